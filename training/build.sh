#!/bin/sh
# Makes models/ru-en-static.bin from the corpora: `training/build.sh CORPORA [WORK [SEED]]`. See README.md.
set -eu
corpora=${1:?usage: training/build.sh CORPORA [WORK [SEED]]}
here=$(cd "$(dirname "$0")" && pwd)
work=${2:-$here/../.model}
seed=${3:-1}
python=${PYTHON:-python3}
export PYTHONDONTWRITEBYTECODE=1 PYTHONHASHSEED=0
set --
for number in 1 2 3; do
  member=$work/member-$number
  set -- "$@" "$member"
  mkdir -p "$member"
  [ "$number" = 1 ] || cp "$work"/member-1/pieces.* "$member"
  "$python" "$here/train.py" "$corpora" "$member" --seed $((seed + number - 1))
done
"$python" "$here/merge.py" "$work" "$@"
"$python" "$here/pack.py" "$work" "$here/../models"
(cd "$here/.." && npx tsx training/transformers-folder.ts "$work/transformers")
