"""Text normalization in front of the tokenizer; src/embed/static/normalize.ts does the same in JavaScript."""
import re
import unicodedata

INVISIBLE = re.compile('[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300\u0301]')
DOUBLE_QUOTES = re.compile('[«»„“”‟″]')
SINGLE_QUOTES = re.compile('[‘’‚‛′`´]')
DASHES = re.compile('[‐‑‒–—―−]')
SPACES = re.compile(r'\s+')


def normalize(text: str) -> str:
    text = unicodedata.normalize('NFKC', text).lower()
    text = INVISIBLE.sub('', text).replace('ё', 'е')
    text = DASHES.sub('-', SINGLE_QUOTES.sub("'", DOUBLE_QUOTES.sub('"', text)))
    return SPACES.sub(' ', text).strip()
