"""Measures what train.py made on the development sets: `python3 evaluate.py CORPORA OUT`; a row a way of storing it.

The figures of the shipped model come from its runtime (`npm run bench:retrieval`, `bench:words`); this is for trials.
"""
import argparse

import numpy as np
import sentencepiece as spm

from normalize import normalize
from pack import quantize

SETS = 'tatoeba', 'newstest2020', 'newstest2019'

parser = argparse.ArgumentParser()
parser.add_argument('corpora')
parser.add_argument('out')
parser.add_argument('--bits', type=int, nargs='*', default=[], help='also measure codes of so many bits')
args = parser.parse_args()
sp = spm.SentencePieceProcessor(model_file=f'{args.out}/pieces.model')
vectors = np.load(f'{args.out}/vectors.npy')
vectors[sp.unk_id()] = 0


def embed(vectors, texts):
    rows = np.array([vectors[sp.encode(normalize(text))].sum(axis=0) for text in texts])
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def precision(vectors, name):
    """The share of texts whose translation is the nearest, in the worse direction."""
    with open(f'{args.corpora}/dev/retrieval/{name}.tsv', encoding='utf8') as f:
        pairs = [line.rstrip('\n').split('\t') for line in f]
    cosines = embed(vectors, [p[0] for p in pairs]) @ embed(vectors, [p[1] for p in pairs]).T
    own = np.arange(len(pairs))
    return min((cosines.argmax(axis=k) == own).mean() for k in (0, 1))


def measure(name, vectors):
    print(f'| {name} | ' + ' | '.join(f'{precision(vectors, s):.4f}'.removeprefix('0') for s in SETS) + ' |')


print('| storage | ' + ' | '.join(SETS) + ' |\n|---|---|---|---|')
measure('float32', vectors)
for bits in args.bits:
    levels, codes, scales = quantize(vectors, 2**bits)
    measure(f'{bits} bits', levels[codes] * scales[:, None])
