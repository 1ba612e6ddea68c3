#!/usr/bin/env python3
"""Trains the detector of holes, src/text/holes-data.ts: `python3 training/holes.py ../shared/corpora`.

A sentence is a row of words and marks, each of one of about 2,500 classes: a frequent word itself, or else its last three
letters and whether it begins with a capital. The network sees three of them on either side of each place between two: a
vector a class, one hidden layer, its largest values over the sentence and the places' own evidence summed. It is trained to tell
sentences as they stand from those out of which a content word, or up to three words, were taken. Needs PyTorch; the same
seed gives the same file on one machine. About four minutes a language on two cores.
"""
import base64, collections, glob, gzip, json, math, os, pathlib, random, re, sys
import torch

torch.manual_seed(1)
random.seed(1)
corpora = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpora")
out = pathlib.Path(__file__).resolve().parent.parent / "src" / "text" / "holes-data.ts"

WORDS, SUFFIXES, WINDOW, WIDTH, HIDDEN, EPOCHS = 2000, 250, 3, 16, 32, 3
PLACES = 2 * WINDOW
# At most so many sentences of a set; what is no prose, or of another time, is left out.
LIMITS = {"msdocs-sxs": 60000, "msdocs-sxs-short": 0, "bible-synodal-kjv": 0, "quran": 0, "debian_website": 30000, "mlqe-pe-ru-en-train": 0}
USUAL = 15000
WHOLE = ("newstest", "tatoeba")
TOKEN = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|\d+(?:[.,]\d+)*(?:[-'’]?[^\W_]+)*|[^\W_]+(?:[-'’‐‑][^\W_]+)*|[^\w\s]")
CODE = re.compile(r"[<>{}\[\]`_|=\\/@#$*]|http")
MARKS = str.maketrans("«»“”„‟–—’‘", '""""""--' + "''")


def fold(word):
    return word.lower().replace("ё", "е").translate(MARKS)


def sentences(column):
    found, seen = [], set()
    for file in sorted(glob.glob(str(corpora / "train" / "*.gz"))):
        name = os.path.basename(file)[:-7]
        lines = [line.rstrip("\n").split("\t")[column] for line in gzip.open(file, "rt", encoding="utf-8")]
        whole = name.startswith(WHOLE)
        if not whole:
            random.shuffle(lines)
        left = len(lines) if whole else LIMITS.get(name, USUAL)
        for line in lines:
            if left <= 0:
                break
            if line in seen or CODE.search(line) or not (whole or line[-1:] in '.!?…»"'):
                continue
            tokens = TOKEN.findall(line)
            if 4 <= len(tokens) <= 80:
                seen.add(line)
                found.append((tokens, name))
                left -= 1
    return found


class Classes:
    """The classes of the words and marks of a language; src/text/holes.ts reads them alike."""

    def __init__(self, texts):
        counts = collections.Counter(fold(word) for tokens, _ in texts for word in tokens)
        self.words = [word for word, _ in counts.most_common(WORDS)]
        self.index = {word: i for i, word in enumerate(self.words)}
        endings = collections.Counter()
        for word, count in counts.items():
            if word not in self.index and word[0].isalpha() and len(word) > 4:
                endings[word[-3:]] += count
        self.suffixes = [suffix for suffix, _ in endings.most_common(SUFFIXES)]
        self.suffix = {suffix: i for i, suffix in enumerate(self.suffixes)}
        self.other = WORDS + 2 * SUFFIXES
        self.edge = self.other + 4
        self.count = self.other + 5
        self.function = set(self.words[:120])

    def of(self, token, first):
        key = fold(token)
        capital = token[0].isupper() and not first
        index = self.index.get(key)
        # A long word with a capital is a name, unless it is one of the most frequent.
        if index is not None and not (capital and len(key) > 3 and index > 300):
            return index
        if token[0].isdigit():
            return self.other + 2
        if not token[0].isalpha():
            return self.other + 3
        suffix = self.suffix.get(key[-3:]) if len(key) > 4 else None
        if suffix is None:
            return self.other + capital
        return WORDS + capital * SUFFIXES + suffix

    def row(self, tokens):
        row, first = [self.edge] * WINDOW, True
        for token in tokens:
            row.append(self.of(token, first))
            first = first and not token[0].isalnum()
        return row + [self.edge] * WINDOW


class Detector(torch.nn.Module):
    def __init__(self, count):
        super().__init__()
        self.vectors = torch.nn.Embedding(count, WIDTH)
        torch.nn.init.normal_(self.vectors.weight, 0, 0.3)
        self.hidden = torch.nn.Parameter(torch.randn(PLACES * WIDTH, HIDDEN) * 0.1)
        self.bias = torch.nn.Parameter(torch.zeros(HIDDEN))
        self.place = torch.nn.Parameter(torch.randn(HIDDEN) * 0.3)
        self.largest = torch.nn.Parameter(torch.zeros(HIDDEN))
        self.scale = torch.nn.Parameter(torch.ones(1))
        self.constant = torch.nn.Parameter(torch.zeros(1))

    def forward(self, rows, lengths):
        vectors = self.vectors(rows)
        gaps = rows.shape[1] - PLACES + 1
        windows = torch.stack([vectors[:, p : p + gaps] for p in range(PLACES)], 2).flatten(2)
        hidden = torch.relu(windows @ self.hidden + self.bias)
        there = torch.arange(gaps)[None] < lengths[:, None]
        places = (hidden @ self.place).masked_fill(~there, -1e9)
        most = hidden.masked_fill(~there[:, :, None], 0).max(1).values
        evidence = torch.logsumexp(places, 1) - lengths.float().log()
        return evidence * self.scale + most @ self.largest + self.constant, places


def damaged(tokens, classes):
    content = [i for i, word in enumerate(tokens) if word[0].isalpha() and fold(word) not in classes.function]
    if not content:
        return None
    start = random.choice(content)
    end = start + 1 if random.random() < 0.75 else min(len(tokens), start + 1 + random.randrange(1, 4))
    return tokens[:start] + tokens[end:], start


def batch(rows):
    padded = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
    for i, row in enumerate(rows):
        padded[i, : len(row)] = torch.tensor(row)
    return padded, torch.tensor([len(row) - PLACES + 1 for row in rows])


def train(texts, classes):
    model = Detector(classes.count)
    optimizer = torch.optim.Adam(model.parameters(), lr=4e-3)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i][0]))
    blocks = [order[i : i + 512] for i in range(0, len(order), 512)]
    steps, step = EPOCHS * len(blocks), 0
    for epoch in range(EPOCHS):
        random.shuffle(blocks)
        ranked = total = 0
        for block in blocks:
            whole, cut, holes = [], [], []
            for i in block:
                tokens = texts[i][0]
                # Headlines have no mark at their end, and no hole there.
                if random.random() < 0.2 and not tokens[-1][0].isalnum():
                    tokens = tokens[:-1]
                made = damaged(tokens, classes)
                if made:
                    whole.append(classes.row(tokens))
                    cut.append(classes.row(made[0]))
                    holes.append(made[1])
            if not whole:
                continue
            for group in optimizer.param_groups:
                group["lr"] = 4e-3 * (1 - step / steps)
            step += 1
            intact, _ = model(*batch(whole))
            broken, places = model(*batch(cut))
            softplus = torch.nn.functional.softplus
            located = torch.logsumexp(places, 1) - places[torch.arange(len(holes)), torch.tensor(holes)]
            loss = (softplus(intact) + softplus(-broken) + softplus(intact - broken) + 0.3 * located).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            ranked += (broken > intact).float().sum().item()
            total += len(whole)
        print(f"epoch {epoch + 1}: ranked right {ranked / total:.4f}", flush=True)
    return model


def packed(tensor):
    """Eight bits a value, and the scale."""
    values = tensor.detach().flatten()
    scale = float(values.abs().max()) / 127
    return scale, torch.round(values / scale).to(torch.int8).numpy().tobytes()


def check(model, texts, classes):
    """On news that was not trained on: how often a damaged sentence ranks above the whole one, and the quantiles of whole ones."""
    random.seed(2)
    right, values = 0, []
    with torch.no_grad():
        for tokens, _ in texts:
            made = damaged(tokens, classes)
            if not made:
                continue
            whole = float(model(*batch([classes.row(tokens)]))[0])
            values.append(whole)
            right += float(model(*batch([classes.row(made[0])]))[0]) > whole
    values.sort()
    quantiles = [round(values[int(len(values) * q)], 2) for q in (0.05, 0.25, 0.5, 0.75, 0.95)]
    print(f"held out: ranked right {right / len(values):.4f}, whole sentences at 5, 25, 50, 75, 95 %: {quantiles}")


parts = []
for language, column in (("en", 1), ("ru", 0)):
    texts = sentences(column)
    news = [text for text in texts if text[1].startswith("newstest")]
    held = news[-2000:]
    out_of_training = {id(text) for text in held}
    texts = [text for text in texts if id(text) not in out_of_training]
    # News is what the library reads most.
    texts += [text for text in texts if text[1].startswith("newstest")] * 3
    classes = Classes(texts)
    print(language, len(texts), "sentences,", classes.count, "classes", flush=True)
    model = train(texts, classes)
    check(model, held, classes)
    tensors = [model.vectors.weight, model.hidden, model.bias, model.place, model.largest]
    scales, data = zip(*(packed(tensor) for tensor in tensors))
    with torch.no_grad():
        for tensor, scale, values in zip(tensors, scales, data):
            tensor.copy_(torch.frombuffer(bytearray(values), dtype=torch.int8).reshape(tensor.shape) * scale)
    check(model, held, classes)
    parts.append(
        {
            "language": language,
            "words": " ".join(classes.words),
            "suffixes": " ".join(classes.suffixes),
            "scales": [float(f"{scale:.6g}") for scale in scales],
            "scale": round(float(model.scale), 5),
            "constant": round(float(model.constant), 5),
            "weights": base64.b64encode(b"".join(data)).decode(),
        }
    )

lines = [
    "// Generated by training/holes.py from the prose of the training corpora; do not edit.",
    "import type { HoleModel } from './holes.ts';",
    "",
    "/** The detectors of holes, by language. */",
    "export const holeModels: Readonly<Record<string, HoleModel>> = {",
]
for part in parts:
    lines.append(f"  {part.pop('language')}: {{")
    for key, value in part.items():
        quoted = "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'" if isinstance(value, str) else json.dumps(value)
        lines.append(f"    {key}: {quoted},")
    lines.append("  },")
lines.append("};")
out.write_text("\n".join(lines) + "\n", encoding="utf-8")
