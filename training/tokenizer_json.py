"""The tokenizer as a tokenizer.json of the Hugging Face libraries; its normalizer mirrors normalize.py."""
import normalize


def replace(pattern: str, content: str) -> dict:
    return {'type': 'Replace', 'pattern': {'Regex': pattern}, 'content': content}


def tokenizer_json(sp) -> dict:
    return {
        'version': '1.0',
        'truncation': None,
        'padding': None,
        'added_tokens': [],
        'normalizer': {
            'type': 'Sequence',
            'normalizers': [
                {'type': 'NFKC'},
                {'type': 'Lowercase'},
                replace(normalize.INVISIBLE.pattern, ''),
                replace('ё', 'е'),
                replace(normalize.DOUBLE_QUOTES.pattern, '"'),
                replace(normalize.SINGLE_QUOTES.pattern, "'"),
                replace(normalize.DASHES.pattern, '-'),
                replace(normalize.SPACES.pattern, ' '),
                {'type': 'Strip', 'strip_left': True, 'strip_right': True},
            ],
        },
        'pre_tokenizer': {'type': 'Metaspace', 'replacement': '▁', 'prepend_scheme': 'always', 'split': True},
        'post_processor': None,
        'decoder': {'type': 'Metaspace', 'replacement': '▁', 'prepend_scheme': 'always', 'split': True},
        'model': {
            'type': 'Unigram',
            'unk_id': sp.unk_id(),
            'byte_fallback': False,
            'vocab': [[sp.id_to_piece(i), sp.get_score(i)] for i in range(sp.get_piece_size())],
        },
    }
