#!/bin/sh
# Makes models/ru-en-static.bin from the corpora: `training/build.sh CORPORA [WORK]`. See README.md.
set -eu
corpora=${1:?usage: training/build.sh CORPORA [WORK]}
here=$(cd "$(dirname "$0")" && pwd)
work=${2:-$here/../.model}
python=${PYTHON:-python3}
export PYTHONDONTWRITEBYTECODE=1 PYTHONHASHSEED=0
"$python" "$here/train.py" "$corpora" "$work"
"$python" "$here/pack.py" "$work" "$here/../models"
(cd "$here/.." && npx tsx training/transformers-folder.ts "$work/transformers")
