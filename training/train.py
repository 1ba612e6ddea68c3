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
parser.add_argument('--epochs', type=int, default=6)
parser.add_argument('--batch', type=int, default=2048)
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
weight = torch.nn.Parameter(torch.tensor(np.log(1e-4 / (1e-4 + counts / counts.sum()) + 1e-6), dtype=torch.float32))
direction = torch.nn.Embedding(count_pieces, args.dimensions, sparse=True)
torch.nn.init.normal_(direction.weight, std=0.1)
optimizers = [torch.optim.SparseAdam([direction.weight], lr=args.rate), torch.optim.Adam([weight], lr=2 * args.rate)]


def vectors(lists):
    flat = torch.from_numpy(np.concatenate(lists).astype(np.int64))
    row = torch.from_numpy(np.repeat(np.arange(len(lists)), [len(x) for x in lists]))
    pieces = direction(flat) * torch.exp(weight[flat]).unsqueeze(1)
    return torch.nn.functional.normalize(torch.zeros(len(lists), args.dimensions).index_add_(0, row, pieces), dim=1)


steps_per_epoch = len(ru) // args.batch
steps, step, smooth, start = args.epochs * steps_per_epoch, 0, None, time.time()
target = torch.arange(args.batch)
for epoch in range(args.epochs):
    order = np.random.permutation(len(ru))
    for i in range(steps_per_epoch):
        batch = order[i * args.batch:(i + 1) * args.batch]
        similarity = vectors([ru[j] for j in batch]) @ vectors([en[j] for j in batch]).T * args.scale
        loss = (torch.nn.functional.cross_entropy(similarity, target) + torch.nn.functional.cross_entropy(similarity.T, target)) / 2
        for optimizer, factor in zip(optimizers, (1, 2)):
            for group in optimizer.param_groups:
                group['lr'] = factor * args.rate * (1 - step / steps) + 1e-5
            optimizer.zero_grad()
        loss.backward()
        for optimizer in optimizers:
            optimizer.step()
        smooth = loss.item() if smooth is None else 0.98 * smooth + 0.02 * loss.item()
        step += 1
        if step % 200 == 0:
            print(f'epoch {epoch + 1}/{args.epochs} step {step}/{steps} loss {smooth:.4f} {time.time() - start:.0f} s', flush=True)

with torch.no_grad():
    np.save(f'{args.out}/vectors.npy', (direction.weight * torch.exp(weight).unsqueeze(1)).numpy())
with open(f'{args.out}/training.json', 'w', encoding='utf8') as f:
    json.dump({k: v for k, v in vars(args).items() if k not in ('corpora', 'out')}, f, indent=2)
