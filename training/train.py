"""Trains the static Russian-English model: `python3 train.py CORPORA OUT`. See README.md."""
import argparse
import json
import os
import random
import time

import numpy as np
import sentencepiece as spm
import torch

import sources
from normalize import normalize

parser = argparse.ArgumentParser()
parser.add_argument('corpora')
parser.add_argument('out')
parser.add_argument('--dimensions', type=int, default=512)
parser.add_argument('--pieces', type=int, default=64_000)
parser.add_argument('--epochs', type=int, default=7)
parser.add_argument('--batch', type=int, default=1536)
parser.add_argument('--scale', type=float, default=20.0, help='inverse temperature of the contrastive loss')
parser.add_argument('--rate', type=float, default=5e-3, help='first learning rate, falls linearly to 0')
parser.add_argument('--seed', type=int, default=1)
parser.add_argument('--threads', type=int, default=2)
args = parser.parse_args()

torch.set_num_threads(args.threads)
torch.manual_seed(args.seed)
np.random.seed(args.seed)
os.makedirs(args.out, exist_ok=True)

pairs, table = sources.load(args.corpora, normalize, args.seed)
with open(f'{args.out}/sources.tsv', 'w', encoding='utf8') as f:
    f.write('source\tpairs\trepeats\n' + ''.join(f'{n}\t{k}\t{r}\n' for n, k, r in table))
print(len(pairs), 'pairs an epoch', flush=True)

tokenizer = f'{args.out}/pieces.model'
if not os.path.exists(tokenizer):
    text = f'{args.out}/text.txt'
    with open(text, 'w', encoding='utf8') as f:
        for ru, en in random.Random(args.seed).sample(pairs, min(len(pairs), 500_000)):
            f.write(f'{ru}\n{en}\n')
    spm.SentencePieceTrainer.train(
        input=text, model_prefix=tokenizer.removesuffix('.model'), vocab_size=args.pieces, model_type='unigram',
        character_coverage=0.9995, normalization_rule_name='identity', input_sentence_size=300_000,
        shuffle_input_sentence=True, bos_id=-1, eos_id=-1, num_threads=args.threads)
    os.remove(text)
sp = spm.SentencePieceProcessor(model_file=tokenizer)
count_pieces = sp.get_piece_size()

# Each side as one flat array of piece ids with offsets; piece 0 (unknown) is dropped, as at run time.
def encode(texts):
    lists = [np.array([p for p in ids if p], dtype=np.int32) for ids in sp.encode(texts)]
    return lists

ru, en = encode([p[0] for p in pairs]), encode([p[1] for p in pairs])
keep = [i for i in range(len(pairs)) if len(ru[i]) and len(en[i])]
ru, en = [ru[i] for i in keep], [en[i] for i in keep]
del pairs
counts = np.zeros(count_pieces)
for side in (ru, en):
    np.add.at(counts, np.concatenate(side), 1)

# A piece's vector is direction * weight; the weight starts at smooth inverse frequency (Arora et al. 2017) and is learned.
log_weight = torch.tensor(np.log(1e-4 / (1e-4 + counts / counts.sum()) + 1e-6), dtype=torch.float32)
direction = torch.empty(count_pieces, args.dimensions).normal_(std=0.1)


class RowAdam:
    """Adam (Kingma and Ba 2015) that touches only the rows of the batch; rarely seen rows keep their moments."""

    def __init__(self, values, rate):
        self.values, self.rate = values, rate
        self.mean, self.square = torch.zeros_like(values), torch.zeros_like(values)

    def step(self, rows, gradient, share, t):
        mean = self.mean[rows].mul_(0.9).add_(gradient, alpha=0.1)
        square = self.square[rows].mul_(0.999).addcmul_(gradient, gradient, value=0.001)
        self.mean[rows], self.square[rows] = mean, square
        correction = (1 - 0.999 ** t) ** 0.5 / (1 - 0.9 ** t)
        self.values.index_add_(0, rows, mean.div_(square.sqrt_().add_(1e-8)), alpha=-(self.rate * share + 1e-5) * correction)


optimizers = RowAdam(direction, args.rate), RowAdam(log_weight, 2 * args.rate)


def sentence_vectors(lists, pieces, weighted):
    lengths = np.fromiter((len(x) for x in lists), dtype=np.int64, count=len(lists))
    places = torch.from_numpy(np.searchsorted(pieces, np.concatenate(lists)))
    starts = torch.from_numpy(np.concatenate([[0], np.cumsum(lengths)[:-1]]))
    return torch.nn.functional.normalize(torch.nn.functional.embedding_bag(places, weighted, starts, mode='sum'), dim=1)


def save():
    np.save(f'{args.out}/vectors.npy', (direction * torch.exp(log_weight).unsqueeze(1)).numpy())


steps_per_epoch = len(ru) // args.batch
steps, step, smooth, start = args.epochs * steps_per_epoch, 0, None, time.time()
target = torch.arange(args.batch)
for epoch in range(args.epochs):
    order = np.random.permutation(len(ru))
    for i in range(steps_per_epoch):
        batch = order[i * args.batch:(i + 1) * args.batch]
        lists = [ru[j] for j in batch], [en[j] for j in batch]
        pieces = np.unique(np.concatenate(lists[0] + lists[1]))
        rows = torch.from_numpy(pieces.astype(np.int64))
        weight = torch.exp(log_weight[rows]).unsqueeze(1)
        weighted = (direction[rows] * weight).requires_grad_()
        sides = [sentence_vectors(x, pieces, weighted) for x in lists]
        similarity = sides[0] @ sides[1].T * args.scale
        loss = (torch.nn.functional.cross_entropy(similarity, target) + torch.nn.functional.cross_entropy(similarity.T, target)) / 2
        loss.backward()
        with torch.no_grad():
            gradient, share = weighted.grad, 1 - step / steps
            step += 1
            toward_weight = (gradient * weighted).sum(1)
            optimizers[0].step(rows, gradient * weight, share, step)
            optimizers[1].step(rows, toward_weight, share, step)
        smooth = loss.item() if smooth is None else 0.98 * smooth + 0.02 * loss.item()
        if step % 100 == 0:
            print(f'epoch {epoch + 1}/{args.epochs} step {step}/{steps} loss {smooth:.4f} {time.time() - start:.0f} s', flush=True)
    save()

with open(f'{args.out}/training.json', 'w', encoding='utf8') as f:
    json.dump({k: v for k, v in vars(args).items() if k not in ('corpora', 'out')}, f, indent=2)
