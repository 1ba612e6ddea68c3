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
from objective import gradients
from pieces import Side

SAMPLED_CUTS = 2  # drawing the cuts of all texts takes as long as an epoch, so they are drawn so often and used again

parser = argparse.ArgumentParser()
parser.add_argument('corpora')
parser.add_argument('out')
parser.add_argument('--dimensions', type=int, default=512)
parser.add_argument('--pieces', type=int, default=64_000)
parser.add_argument('--epochs', type=int, default=8)
parser.add_argument('--batch', type=int, default=1536)
parser.add_argument('--scale', type=float, default=20.0, help='inverse temperature of the contrastive loss')
parser.add_argument('--margin', type=float, default=0.3, help='taken off the cosine of a pair before the softmax')
parser.add_argument('--own-language', type=float, default=1.0, help='weight of the negatives in the same language')
parser.add_argument('--drop', type=float, default=0.15, help='share of the pieces of a long text that a step leaves out')
parser.add_argument('--sampling', type=float, default=0.6, help='how sharply cuts of words are drawn in every second epoch; 0: never')
parser.add_argument('--rate', type=float, default=1e-2, help='first learning rate, falls linearly to 0')
parser.add_argument('--seed', type=int, default=1)
parser.add_argument('--threads', type=int, default=2)
args = parser.parse_args()

torch.set_num_threads(args.threads)
torch.manual_seed(args.seed)
draw = np.random.default_rng(args.seed)
os.makedirs(args.out, exist_ok=True)

pairs, repeats, table = sources.load(args.corpora, normalize, args.seed)
with open(f'{args.out}/sources.tsv', 'w', encoding='utf8') as f:
    f.write('source\tpairs\trepeats\n' + ''.join(f'{n}\t{k}\t{r}\n' for n, k, r in table))

tokenizer = f'{args.out}/pieces.model'
if not os.path.exists(tokenizer):
    text = f'{args.out}/text.txt'
    with open(text, 'w', encoding='utf8') as f:
        for i in random.Random(args.seed).sample([i for i, n in enumerate(repeats) for _ in range(n)], 500_000):
            f.write('\n'.join(pairs[i]) + '\n')
    spm.SentencePieceTrainer.train(
        input=text, model_prefix=tokenizer.removesuffix('.model'), vocab_size=args.pieces, model_type='unigram',
        character_coverage=0.9995, normalization_rule_name='identity', input_sentence_size=300_000,
        shuffle_input_sentence=True, bos_id=-1, eos_id=-1, num_threads=args.threads)
    os.remove(text)
sp = spm.SentencePieceProcessor(model_file=tokenizer)
count_pieces = sp.get_piece_size()

spm.set_random_generator_seed(args.seed)
texts = [[pair[k] for pair in pairs] for k in (0, 1)]
exact = [Side(sp, side, args.threads) for side in texts]
# Other cuts of the same words teach their parts what they mean (subword regularization, Kudo 2018).
sampled = [[Side(sp, side, args.threads, args.sampling) for side in texts] for _ in range(SAMPLED_CUTS)] if args.sampling else [exact]
del pairs, texts
usable = np.flatnonzero(np.min([side.lengths for sides in (exact, *sampled) for side in sides], axis=0))
epoch_pairs = np.repeat(usable, np.array(repeats)[usable])
counts = sum(side.counts(epoch_pairs, count_pieces) for side in exact)
print(len(epoch_pairs), 'pairs an epoch', flush=True)

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


def save():
    np.save(f'{args.out}/vectors.npy', (direction * torch.exp(log_weight).unsqueeze(1)).numpy())


steps_per_epoch = len(epoch_pairs) // args.batch
steps, step, smooth, start = args.epochs * steps_per_epoch, 0, None, time.time()
for epoch in range(args.epochs):
    order = draw.permutation(epoch_pairs)
    # Every second epoch, and the last one as at run time.
    left = args.epochs - 1 - epoch
    sides = exact if left % 2 == 0 else sampled[left // 2 % len(sampled)]
    for i in range(steps_per_epoch):
        chosen = order[i * args.batch:(i + 1) * args.batch]
        bags = [side.bags(chosen, args.drop, draw) for side in sides]
        # Work on the rows of this batch alone: the n-th row is that of piece pieces[n].
        pieces = np.unique(np.concatenate([ids for ids, _ in bags]))
        rows = torch.from_numpy(pieces)
        weight = torch.exp(log_weight[rows]).unsqueeze(1)
        vectors = direction[rows] * weight
        bags = [(np.searchsorted(pieces, ids), lengths) for ids, lengths in bags]
        loss, gradient = gradients(vectors, bags, args.scale, args.margin, args.own_language)
        share = 1 - step / steps
        step += 1
        optimizers[0].step(rows, gradient * weight, share, step)
        optimizers[1].step(rows, (gradient * vectors).sum(1), share, step)
        smooth = loss if smooth is None else 0.98 * smooth + 0.02 * loss
        if step % 100 == 0:
            print(f'epoch {epoch + 1}/{args.epochs} step {step}/{steps} loss {smooth:.4f} {time.time() - start:.0f} s', flush=True)
    save()

with open(f'{args.out}/training.json', 'w', encoding='utf8') as f:
    json.dump({k: v for k, v in vars(args).items() if k not in ('corpora', 'out', 'threads')}, f, indent=2)
