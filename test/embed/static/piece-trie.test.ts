import { expect, test } from 'vitest';
import { PieceTrie, ROOT } from '../../../src/embed/static/piece-trie.ts';

function trieOf(pieces: readonly string[]): (text: string) => number {
  const starts = new Uint32Array(pieces.length + 1);
  for (const [id, piece] of pieces.entries()) starts[id + 1] = starts[id]! + piece.length;
  const trie = new PieceTrie(pieces.join(''), starts);
  return (text) => {
    let node = ROOT;
    for (let i = 0; i < text.length; i++) {
      node = trie.next(node, text.charCodeAt(i));
      if (node === ROOT) return -1;
    }
    return trie.pieceAt(node);
  };
}

test('every piece is found by its characters, its beginnings are none', () => {
  const find = trieOf(['', '▁мир', 'мир', 'ми', '\0', '\uffff\uffff', '😀']);
  expect(['▁мир', 'мир', 'ми', '\0', '\uffff\uffff', '😀'].map(find)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(['', '▁', '▁ми', 'м', 'мирa', '\uffff', '\0\0', 'x'].map(find)).toEqual([-1, -1, -1, -1, -1, -1, -1, -1]);
});

test('pieces of more characters than there are slots at first', () => {
  const pieces = Array.from({ length: 500 }, (_, k) => `${k}:${'абвг'.repeat(10)}`);
  const find = trieOf(pieces);
  expect(pieces.map(find)).toEqual(pieces.map((_, id) => id));
  expect(pieces.map((piece) => find(piece.slice(0, -1)))).toEqual(pieces.map(() => -1));
});

test('no pieces at all', () => expect(trieOf([])('a')).toBe(-1));
