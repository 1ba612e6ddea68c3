"""Packs what train.py made into the model file: `python3 pack.py OUT MODELS`. See README.md and docs/model-format.md."""
import argparse
import hashlib
import json
import os
import struct

import numpy as np
import sentencepiece as spm


MAGIC = b'ATSTATIC'
FORMAT_VERSION = 1
LEVELS = 16
SAMPLE_ROWS = 8192  # rows that the codebook is fitted to: 4M numbers, far more than 16 levels need
ROUNDS = 60  # of Lloyd's iteration; the levels no longer move in the fourth digit after about 40


def lloyd_max(values: np.ndarray, count: int) -> np.ndarray:
    """The `count` levels that lie closest to the values in the mean square, ascending (Lloyd 1982, Max 1960)."""
    values = np.sort(values.astype(np.float64))
    sums = np.concatenate([[0.0], np.cumsum(values)])
    levels = np.quantile(values, (np.arange(count) + 0.5) / count)
    for _ in range(ROUNDS):
        edges = np.concatenate([[0], np.searchsorted(values, (levels[1:] + levels[:-1]) / 2), [len(values)]])
        levels = (sums[edges[1:]] - sums[edges[:-1]]) / np.maximum(np.diff(edges), 1)
    return levels.astype(np.float32)


def quantize(vectors: np.ndarray, count: int = LEVELS):
    """Codes [rows, dimensions] into the levels, and each row's scale: `scale * levels[code]` is closest to the row."""
    deviation = np.sqrt((vectors.astype(np.float64) ** 2).mean(axis=1, keepdims=True))
    unit = vectors / np.maximum(deviation, 1e-30)
    rows = np.flatnonzero(deviation[:, 0] > 0)
    levels = lloyd_max(unit[rows[:: max(1, len(rows) // SAMPLE_ROWS)]].ravel(), count)
    codes = np.searchsorted((levels[1:] + levels[:-1]) / 2, unit).astype(np.uint8)
    chosen = levels[codes].astype(np.float64)
    scales = (vectors * chosen).sum(axis=1) / (chosen**2).sum(axis=1)
    return levels, codes, scales.astype(np.float32)


def checksum(data: bytes) -> int:
    """FNV-1a over little-endian 32-bit words (not over bytes, so that JavaScript takes milliseconds)."""
    value = 0x811C9DC5
    for word in memoryview(data).cast('I'):
        value = ((value ^ word) * 0x01000193) & 0xFFFFFFFF
    return value


def padded(data: bytes, filler: bytes = b'\0') -> bytes:
    return data + filler * (-len(data) % 4)


def pack(out: str) -> bytes:
    sp = spm.SentencePieceProcessor(model_file=f'{out}/pieces.model')
    count = sp.get_piece_size()
    vectors = np.load(f'{out}/vectors.npy').astype(np.float32)
    if vectors.shape[0] != count:
        raise SystemExit(f'{vectors.shape[0]} vectors for {count} pieces: the folder holds parts of two models')
    unknown = sp.unk_id()
    vectors[unknown] = 0  # an unknown character carries no meaning
    levels, codes, scales = quantize(vectors)
    pieces = ['' if i == unknown else sp.id_to_piece(i) for i in range(count)]
    text = ''.join(pieces).encode()
    lengths = bytes(len(p.encode('utf-16-le')) // 2 for p in pieces)
    log_probabilities = np.array([0 if i == unknown else sp.get_score(i) for i in range(count)], dtype='<f4')
    nibbles = (codes[:, 0::2] | (codes[:, 1::2] << 4)).tobytes()
    body = b''.join(padded(s) for s in (lengths, text, log_probabilities.tobytes(), scales.astype('<f4').tobytes(), nibbles))
    with open(f'{out}/training.json', encoding='utf8') as f:
        training = json.load(f)
    with open(f'{out}/sources.tsv', encoding='utf8') as f:
        sources = [line.split('\t')[0] for line in f.read().splitlines()[1:]]
    metadata = {
        'id': 'ru-en-static',
        'revision': 'sha256:' + hashlib.sha256(body).hexdigest(),
        'languages': ['ru', 'en'],
        'dimensions': vectors.shape[1],
        'pieces': count,
        'unknown': unknown,
        'textBytes': len(text),
        'normalizer': 'nfkc-lower-v1',
        'levels': [float(x) for x in levels],
        'licence': 'see models/LICENSE.md',
        'training': training,
        'sources': sources,
    }
    header = padded(json.dumps(metadata, ensure_ascii=False).encode(), b' ')
    checked = struct.pack('<I', len(header)) + header + body
    return MAGIC + struct.pack('<II', FORMAT_VERSION, checksum(checked)) + checked


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('out', help='the folder that train.py wrote')
    parser.add_argument('models', help='the folder for ru-en-static.bin')
    args = parser.parse_args()
    data = pack(args.out)
    os.makedirs(args.models, exist_ok=True)
    with open(f'{args.models}/ru-en-static.bin', 'wb') as f:
        f.write(data)
    print(f'{args.models}/ru-en-static.bin: {len(data)} bytes')
