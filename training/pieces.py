"""One side of the training pairs, as bags of pieces."""
import numpy as np

FULL_DROP = 10  # texts of so many pieces and more lose the full share of them, those of half as many and fewer none


class Side:
    """All texts of a language as one array of piece ids; piece 0 (unknown) is left out, as at run time."""

    def __init__(self, sp, texts, threads, sampling=0):
        """With `sampling`, words are cut at random, a cut with its probability to the power of `sampling`."""
        drawn = {'enable_sampling': True, 'alpha': sampling, 'nbest_size': -1} if sampling else {}
        lists = [[p for p in ids if p] for ids in sp.encode(texts, num_threads=threads, **drawn)]
        self.lengths = np.array([len(x) for x in lists])
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.ids = np.concatenate([np.array(x, dtype=np.int64) for x in lists])

    def counts(self, chosen, count_pieces):
        """How often each piece occurs in the chosen texts."""
        return np.bincount(self.bags(chosen, 0, None)[0], minlength=count_pieces)

    def bags(self, chosen, drop, draw):
        """The piece ids of the chosen texts, one text after another, and how many each has; some are left out at random.

        Leaving pieces out makes the others learn to stand for the text (word dropout, Iyyer et al. 2015). Of a title or
        a dictionary entry nothing can be spared.
        """
        lengths = self.lengths[chosen]
        text = np.repeat(np.arange(len(chosen)), lengths)
        within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        ids = self.ids[self.starts[chosen][text] + within]
        if drop == 0:
            return ids, lengths
        share = drop * np.clip(2 * lengths / FULL_DROP - 1, 0, 1)
        keep = draw.random(len(ids)) >= share[text]
        keep |= (np.bincount(text, weights=keep, minlength=len(chosen)) == 0)[text]
        return ids[keep], np.bincount(text[keep], minlength=len(chosen))
