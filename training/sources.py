"""What the model learns from: every source with the share of it that is taken.

A source is a gzip file of `ru<TAB>en` lines. `cap` bounds the pairs taken (drawn with the seed),
`repeat` is how often each pair is seen in an epoch: software documentation is capped so that it does
not drown news, news and everyday prose are repeated.
"""
import glob
import gzip
import os
import random
import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Share:
    cap: int | None = None
    repeat: int = 1


SHARES = {
    'msdocs-sxs': Share(cap=120_000),
    'msdocs-sxs-short': Share(cap=15_000),
    'debian_website': Share(cap=25_000),
    'php_docs': Share(cap=15_000),
    'newstest2012-2018': Share(repeat=8),
    'tatoeba-opusmt': Share(repeat=5),
    'tatoeba-pivot': Share(repeat=5),
    'smartool': Share(repeat=4),
    'mucow-scoring': Share(repeat=4),
    'mucow-wmt19': Share(repeat=4),
    'mlqe-pe-ru-en-train': Share(repeat=3),
    'mt-geneval': Share(repeat=3),
    'tico19': Share(repeat=3),
    'xquad': Share(repeat=3),
    'lucerna_folkup': Share(repeat=3),
    'ocha_reports': Share(repeat=3),
    'wikidata-person-names': Share(cap=120_000),
}
NOT_PAIRS = {'freq-ru-50k', 'freq-en-50k'}
GLOSSES_PER_ENTRY = 4  # a dictionary entry lists its translations by commas; the first ones are the usual ones
HELD_OUT_OF = 40  # one dictionary entry in so many is kept out, for bench/words.ts


def is_held_out(ru: str) -> bool:
    """Whether the dictionary entries of this normalized Russian side are kept out of the training."""
    return zlib.crc32(ru.encode()) % HELD_OUT_OF == 0


def read_pairs(path: str) -> list[tuple[str, str]]:
    name = os.path.basename(path).removesuffix('.tsv.gz')
    with gzip.open(path, 'rt', encoding='utf8') as f:
        rows = [line.rstrip('\n').split('\t') for line in f if '\t' in line]
    if name.startswith('openrussian'):
        return [(r[0], g.strip()) for r in rows for g in r[1].split(',')[:GLOSSES_PER_ENTRY] if g.strip()]
    return [(r[0], r[1]) for r in rows]


def load(corpora: str, normalize, seed: int):
    """The training pairs, normalized, without repeats across sources; how often an epoch sees each; what was taken of each source."""
    draw = random.Random(seed)
    seen: set[tuple[str, str]] = set()
    pairs: list[tuple[str, str]] = []
    repeats: list[int] = []
    table = []
    files = sorted(glob.glob(f'{corpora}/train/*.tsv.gz')) + sorted(glob.glob(f'{corpora}/dict/*.tsv.gz'))
    if not files:
        raise SystemExit(f'no *.tsv.gz under {corpora}/train or {corpora}/dict: pass the folder that holds them')
    for path in files:
        name = os.path.basename(path).removesuffix('.tsv.gz')
        if name in NOT_PAIRS:
            continue
        share = SHARES.get(name, Share())
        is_dictionary = os.path.basename(os.path.dirname(path)) == 'dict'
        rows = read_pairs(path)
        if share.cap is not None and len(rows) > share.cap:
            rows = draw.sample(rows, share.cap)
        fresh = []
        for ru, en in rows:
            pair = (normalize(ru), normalize(en))
            if is_dictionary and is_held_out(pair[0]):
                continue
            if pair[0] and pair[1] and pair not in seen:
                seen.add(pair)
                fresh.append(pair)
        pairs += fresh
        repeats += [share.repeat] * len(fresh)
        table.append((name, len(fresh), share.repeat))
    return pairs, repeats, table
