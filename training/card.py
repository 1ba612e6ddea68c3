"""Writes the model's card and licence, models/README.md and LICENSE.md: `python3 card.py CORPORA OUT MODELS`.

The figures are those of bench/*.md, so the benches come first; the sources' licences are those of CORPORA/README.md.
"""
import argparse
import json
import os
import re

parser = argparse.ArgumentParser()
parser.add_argument('corpora', help='the folder that the model was trained from, with its README.md')
parser.add_argument('out', help='the folder that train.py wrote')
parser.add_argument('models', help='the folder with ru-en-static.bin')
args = parser.parse_args()
bench = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'bench')


def read(*path: str) -> str:
    with open(os.path.join(*path), encoding='utf8') as f:
        return f.read()


def first_table(text: str) -> str:
    return re.search(r'(?:^\|.*\n?)+', text, re.M)[0].strip()


def revision() -> str:
    with open(f'{args.models}/ru-en-static.bin', 'rb') as f:
        start = f.read(8192).decode('utf8', errors='replace')
    return re.search(r'"revision": "(sha256:[0-9a-f]{64})"', start)[1]


def bench_figures(name: str) -> str:
    text = read(bench, name)
    if revision() not in text:
        raise SystemExit(f'bench/{name} measured another revision: run the bench again')
    return text


sources = [line.split('\t') for line in read(args.out, 'sources.tsv').splitlines()[1:]]
known = {}
for line in read(args.corpora, 'README.md').splitlines():
    cells = [cell.strip() for cell in line.strip('|').split('|')]
    if re.match(r'(?:train|dict)/', cells[0]):
        known[cells[0].split('/')[1]] = cells
rows = []
for name, pairs, repeats in sources:
    path, _, register, origin, licence = known[name]
    rows.append(f'| {path} | {int(pairs):,} | {repeats} | {register or "-"} | {origin} | {licence} |')
data = '| source | pairs | times an epoch | register | from | licence |\n|---|---|---|---|---|---|\n' + '\n'.join(rows)

training = json.loads(read(args.out, 'training.json'))
pairs = sum(int(p) for _, p, _ in sources)
seen = sum(int(p) * int(r) for _, p, r in sources)


def share(chosen) -> str:
    return f'{100 * sum(int(p) * int(r) for n, p, r in sources if chosen(n)) / seen:.0f} %'


entries = share(lambda n: known[n][0].startswith('dict/'))
news = share(lambda n: n.startswith('newstest'))
software = share(lambda n: re.search('software|technical documentation|user help|command', known[n][2]))
speed = bench_figures('embed.md')
host = re.search(r'One thread.*?; medians', speed, re.S)[0].removesuffix('; medians').replace('\n', ' ')
tables = speed[speed.index('\n|'):].strip()

card = f'''# ru-en-static

The embedding model that ships with align-translations: `ru-en-static.bin`, revision `{revision()}`.
It turns Russian and English sentences into vectors of {training['dimensions']} dimensions that lie close where the sentences mean the
same. There is no network in it: a text is cut into word pieces, each piece has one learned vector, and the sum of them,
scaled to unit length, is the vector of the text. That makes it small, fast and exactly repeatable, offline, in Node and in
browsers. The file's format is in `docs/model-format.md`, the recipe in `training/`, the licence in `LICENSE.md`.

It is meant for aligning the sentences of an article with those of its translation, and for telling which of them have
no counterpart.

## How it was made

- Pieces: SentencePiece, unigram, {training['pieces']:,} pieces shared by both languages, learned from 500,000 of the pairs.
- Text in front of it: NFKC, lower case, ё as е, one kind of quotation mark, apostrophe and dash, no invisible characters.
- Vectors: one a piece with a learned weight that starts at smooth inverse frequency (Arora et al. 2017).
- Loss: softmax over the other sentences of the batch in both languages, both ways, on cosines times {training['scale']:g}, with {training['margin']:g} taken
  off the cosine of the right one (additive margin, Yang et al. 2019).
- Steps: batches of {training['batch']:,}, {training['epochs']} epochs, Adam at {training['rate']:g} falling to 0, seeds {', '.join(map(str, training['seeds']))}. A step leaves out up to {100 * training['drop']:.0f} % of a
  text's pieces (word dropout, Iyyer et al. 2015), and every second epoch cuts words at random (Kudo 2018).
- Merging: the three models that these seeds give, of {training['member_dimensions']} dimensions each, are put side by side, and {training['dimensions']} principal
  components of the pieces at unit length are kept, rotated at random so that all columns are of one size.
- Data: {pairs:,} pairs without repeats, of which an epoch sees {seen:,} (news, everyday prose and reviewed sets more than once;
  software documentation is capped). The table is below. No development sentence and no WMT set after 2018 is among them.
- Storage: four bits a value, a scale a row.

What was tried and what it brought is in `training/README.md`.

## Figures

Retrieval (`npm run bench:retrieval`): the share of sentences whose translation is the nearest of all sentences of the
other language. The sets are Tatoeba's rus-eng test of LASER, and WMT's newstest2020 (Russian original) and newstest2019
(English original); floor and target are what the project set itself for the worse direction.

{first_table(bench_figures('retrieval.md'))}

Words and names that were kept out of the training, each against the English sides of all entries of its kind that were
kept out (`npm run bench:words`):

{first_table(bench_figures('words.md'))}

Speed and size (`npm run bench:embed`). {host}:

{tables}

## Limits

- It does not see word order: *dog bites man* and *man bites dog* have one vector, and a negation moves a vector little.
  Numbers, dates and names inside a sentence need the exact checks of the rules.
- A word has one vector, whatever it means in its sentence. Loose translations share few words and come out low; sentences
  that share names and topic come out high though they say different things. A raw cosine does not tell an omission from a
  loose translation.
- Russian and English only. A sentence that is surely in another language is an error; a short text is not judged, and
  words of other languages inside a sentence are cut into small pieces that mean little. Characters that are in no piece
  count as absent, and a text of such characters alone is an error.
- Of the pairs that an epoch sees {entries} are dictionary entries, titles and names, {software} software documentation and {news}
  news; some prose is archaic (scripture). Names and terms that became known after 2020 are mostly unknown to it.
- The texts are as biased as their sources are, and so are the vectors: do not use them to judge people.

## Data

{data}
'''

licence = f'''# Licence of the model

The MIT licence in the repository's root covers the code. This file covers `ru-en-static.bin`, which was learned from
the texts below: it holds a vocabulary of word pieces and numbers, and no sentence of any of them.

As far as there are rights in such a file, those of its maker are licensed under the Creative Commons
Attribution-ShareAlike 4.0 International licence (CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/), which
is what the strictest of the licences of its sources asks for. The sources stay under their own licences, given here
as their repositories state them. The WMT news test sets (2012 to 2018) state none; their organisers offer them for
research. Who must not rely on that can train the model without them: leave `newstest2012-2018.tsv.gz` out of the
corpora and run `training/build.sh`.

Changes made to the sources: sentences were paired, normalized, freed of repeats, drawn at random where a source is
large, and cut into word pieces; the model holds what a training made of them.

{data}
'''
for name, text in (('README.md', card), ('LICENSE.md', licence)):
    with open(f'{args.models}/{name}', 'w', encoding='utf8') as f:
        f.write(text)
print(f'{args.models}: README.md, LICENSE.md')
