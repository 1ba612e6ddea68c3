/*
 * fill-cache.ts FOLDER FIRST COUNT ROUNDS MAXBYTES: embeds the texts FIRST to FIRST + COUNT - 1 through a cache, so many times, and checks every
 * vector; says `begun`, then the problems that it was told of, as JSON.
 */
import { cachedEmbedder, type CacheProblem } from '../../../src/embed/cache.ts';
import { hashingEmbedder } from '../hashing-embedder.ts';

const [directory = '', ...numbers] = process.argv.slice(2);
const [first = 0, count = 0, rounds = 0, maxBytes] = numbers.map(Number);
const problems: CacheProblem[] = [];
const plain = hashingEmbedder();
const cached = cachedEmbedder(hashingEmbedder(), {
  directory,
  maxBytes,
  onProblem: (problem) => problems.push(problem),
});
console.log('begun');
for (let round = 0; round < rounds; round++) {
  for (let i = first; i < first + count; i += 50) {
    const texts = Array.from({ length: Math.min(50, first + count - i) }, (_, k) => `text ${i + k}`);
    const [expected, found] = [await plain.embed(texts), await cached.embed(texts)];
    if (Buffer.compare(Buffer.from(expected.data.buffer), Buffer.from(found.data.buffer)) !== 0)
      throw new Error(`The vectors from text ${i} on are wrong.`);
  }
}
console.log(JSON.stringify(problems));
