"""Writes src/text/common-names-data.ts: the frequent words of a language that are names.

usage: python3 training/common-names.py CORPORA OUT        CORPORA: the folder with train/ and dict/

A name is a word that stands within a sentence, after a word in lower case, with a capital at least three times in four.
Headings and documentation, which write many words so, are left out.
"""
import collections, glob, gzip, os, re, sys

LEAST_COUNT, LEAST_SHARE, FREQUENT = 2, 0.75, 50000
SKIP = re.compile(r'msdocs|bible|quran|php|debian|docs|laravel|yii|zf1|bitcoin|rust|tldr|electron|kubernetes|tarantool')
AFTER = {'en': re.compile(r'(?<=[a-z,] )([A-Za-z]{2,})\b'), 'ru': re.compile(r'(?<=[а-яё,] )([А-Яа-яЁё]{2,})\b')}
CALENDAR = set(
    'january february march april may june july august september october november december monday tuesday wednesday '
    'thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec'.split()
)


def frequent(corpora, language):
    with gzip.open(f'{corpora}/dict/freq-{language}-50k.txt.gz', 'rt', encoding='utf8') as lines:
        spoken = [line.split()[0].replace('ё', 'е') for line in lines]
    return set(spoken[:FREQUENT])


def names(corpora, language):
    capital, small = collections.Counter(), collections.Counter()
    column = 0 if language == 'ru' else 1
    for path in sorted(glob.glob(f'{corpora}/train/*.tsv.gz')):
        if SKIP.search(os.path.basename(path)):
            continue
        for line in gzip.open(path, 'rt', encoding='utf8'):
            cells = line.rstrip('\n').split('\t')
            if len(cells) < 2:
                continue
            words = re.findall(r'\w+', cells[column])
            if sum(word[0].isupper() for word in words) * 2 > len(words):
                continue
            for word in AFTER[language].findall(cells[column]):
                key = word.lower().replace('ё', 'е')
                if word[0].islower():
                    small[key] += 1
                elif not word.isupper():
                    capital[key] += 1
    known = frequent(corpora, language)
    return sorted(
        word
        for word, n in capital.items()
        if n >= LEAST_COUNT and n >= LEAST_SHARE * (n + small[word]) and word in known and word not in CALENDAR
    )


corpora, out = sys.argv[1:]
with open(out, 'w', encoding='utf8') as file:
    file.write('/** Frequent words that are names, lower case, ё as е; made by training/common-names.py. */\n')
    file.write('export const COMMON_NAMES: Readonly<Record<string, string>> = {\n')
    for language in ('en', 'ru'):
        words = names(corpora, language)
        print(language, len(words), file=sys.stderr)
        lines, line = [], ''
        for word in words:
            if len(line) + len(word) > 108:
                lines.append(line)
                line = ''
            line += word + ' '
        lines.append(line.rstrip())
        file.write(f'  {language}:\n' + ' +\n'.join(f"    '{text}'" for text in lines) + ',\n')
    file.write('};\n')
