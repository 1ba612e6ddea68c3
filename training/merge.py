"""Makes one model of several that were trained with other seeds: `python3 merge.py OUT MEMBER...`. See README.md."""
import argparse
import json
import os
import shutil

import numpy as np
import sentencepiece as spm

parser = argparse.ArgumentParser()
parser.add_argument('out', help='the folder to write')
parser.add_argument('members', nargs='+', help='folders that train.py wrote, with the same pieces')
parser.add_argument('--dimensions', type=int, default=384)
args = parser.parse_args()


def read(path: str) -> bytes:
    with open(path, 'rb') as f:
        return f.read()


first = args.members[0]
if any(read(f'{member}/pieces.model') != read(f'{first}/pieces.model') for member in args.members):
    raise SystemExit('the members have other pieces: train them with the same pieces.model')
unknown = spm.SentencePieceProcessor(model_file=f'{first}/pieces.model').unk_id()

# Side by side the members' vectors have the mean of their inner products: what one seed got wrong the others outvote.
rows = np.concatenate([np.load(f'{member}/vectors.npy') for member in args.members], axis=1)
rows[unknown] = 0
# Principal components keep what the members agree on. Taken of unit vectors, since rare words are long and many.
unit = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
_, components = np.linalg.eigh(unit.T.astype(np.float64) @ unit)
# A random rotation spreads the first components, which are the largest, over all columns: four bits of one scale serve
# columns of equal spread best. Inner products stay as they are.
rotation, _ = np.linalg.qr(np.random.default_rng(1).normal(size=(args.dimensions, args.dimensions)))
vectors = (rows @ (components[:, -args.dimensions:] @ rotation)).astype(np.float32)

os.makedirs(args.out, exist_ok=True)
np.save(f'{args.out}/vectors.npy', vectors)
for name in 'pieces.model', 'pieces.vocab', 'sources.tsv':
    shutil.copyfile(f'{first}/{name}', f'{args.out}/{name}')
trained = []
for member in args.members:
    with open(f'{member}/training.json', encoding='utf8') as f:
        trained.append(json.load(f))
with open(f'{args.out}/training.json', 'w', encoding='utf8') as f:
    training = {**trained[0], 'member_dimensions': trained[0]['dimensions'], 'dimensions': args.dimensions}
    training['seeds'] = [one['seed'] for one in trained]
    del training['seed']
    json.dump(training, f, indent=2)
