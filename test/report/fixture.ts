import { readFileSync } from 'node:fs';
import type {
  AlignmentResult,
  Bead,
  DocumentFinding,
  Finding,
  RenderingResult,
  Sentence,
} from '../../src/core/result.ts';
import { trim, type Span } from '../../src/core/span.ts';

interface GoldSide {
  sentences: Record<string, string>;
  metadata?: string[];
}
interface GoldRendering extends GoldSide {
  relation: RenderingResult['relation']['kind'];
  beads: [string[], string[]][];
}

const folder = new URL('../fixtures/seeds/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const gold = JSON.parse(read('gold.json'));

/** A text with its sentences by the keys of gold.json; metadata comes as keys `m0`, `m1`. */
interface Side {
  text: string;
  keys: string[];
  sentences: Sentence[];
}

function side(text: string, { sentences, metadata = [] }: GoldSide): Side {
  const openings = [...metadata.map((opening, i) => [`m${i}`, opening] as const), ...Object.entries(sentences)]
    .map(([key, opening]) => ({ key, start: text.indexOf(opening) }))
    .sort((a, b) => a.start - b.start);
  const blockOf = (offset: number): number => text.slice(0, offset).split(/\n+/).length - 1;
  return {
    text,
    keys: openings.map(({ key }) => key),
    sentences: openings.map(({ key, start }, i) => {
      const paragraphEnd = text.indexOf('\n', start);
      const next = openings[i + 1]?.start ?? text.length;
      const end = paragraphEnd < 0 ? next : Math.min(next, paragraphEnd);
      const kind =
        key === 'h' ? 'headline' : key.startsWith('m') ? 'metadata' : key.startsWith('x') ? 'unrelated' : 'body';
      return { ...trim(text, { start, end }), kind, block: blockOf(start) };
    }),
  };
}

const spanOf = ({ keys, sentences }: Side, key: string): Span => {
  const { start, end } = sentences[keys.indexOf(key)]!;
  return { start, end };
};

function within({ text }: Side, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the fixture lacks "${words}"`);
  return { start, end: start + words.length };
}

let serial = 0;
const fingerprint = (): string => (0x1000 + serial++).toString(16).padStart(16, '0');

function finding(rule: string, given: Partial<Finding> & { message: string }): Finding {
  const category =
    { omission: 'accuracy/omission', 'partial-omission': 'accuracy/omission', addition: 'accuracy/addition' }[rule] ??
    { 'broken-word': 'fluency/spelling', 'unpaired-marks': 'fluency/typography' }[rule] ??
    'accuracy/mistranslation';
  return {
    rule,
    category,
    severity: 'error',
    confidence: 0.94,
    source: [],
    rendering: [],
    beads: [],
    fingerprint: fingerprint(),
    ...given,
  };
}

function beadsOf(source: Side, rendering: Side, pairs: [string[], string[]][]): Bead[] {
  const index = (of: Side, keys: string[]): number[] => keys.map((key) => of.keys.indexOf(key));
  const beads: Bead[] = pairs.map(([s, r], i) => {
    const gap = s.length === 0 || r.length === 0;
    return {
      source: index(source, s),
      rendering: index(rendering, r),
      similarity: gap ? 0 : 0.6 + (i % 5) / 20,
      confidence: 0.97,
      cost: gap ? 2.5 : 0.21,
    };
  });
  const gap = { similarity: 0, confidence: 0.99, cost: 0 };
  const leading = rendering.keys.flatMap((key, i) =>
    key.startsWith('m') ? [{ source: [], rendering: [i], ...gap }] : [],
  );
  const trailing = source.keys.flatMap((key, i) =>
    key.startsWith('x') ? [{ source: [i], rendering: [], ...gap }] : [],
  );
  return [...leading, ...beads, ...trailing];
}

/** Fills `beads` of findings in from their spans. */
function link(findings: Finding[], source: Side, rendering: Side, beads: Bead[]): Finding[] {
  const touches = (spans: Span[], of: Side, indices: number[]): boolean =>
    indices.some((i) => spans.some((s) => s.start < of.sentences[i]!.end && s.end > of.sentences[i]!.start));
  return findings.map((f) => ({
    ...f,
    beads: beads.flatMap((bead, b) =>
      touches(f.source, source, bead.source) || touches(f.rendering, rendering, bead.rendering) ? [b] : [],
    ),
  }));
}

function rendering(id: string, source: Side, findings: (own: Side) => Finding[], coverage: [number, number]) {
  const from: GoldRendering = gold.renderings[id];
  const own = side(read(id), from);
  const beads = beadsOf(source, own, from.beads);
  const result: RenderingResult = {
    id,
    language: 'en',
    text: own.text,
    relation: { kind: from.relation, confidence: 0.99, reason: 'Most of both sides follows the other.' },
    coverage: { source: coverage[0], rendering: coverage[1] },
    sentences: own.sentences,
    beads,
    findings: link(findings(own), source, own, beads),
  };
  return result;
}

/** 002.txt, which tells the same event anew: every sentence of both sides alone, and no findings. */
function comparable(source: Side): RenderingResult {
  const text = read('002.txt');
  const sentences: Sentence[] = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }, block) => ({
    ...trim(text, { start: index, end: index + line.length }),
    kind: 'body',
    block,
  }));
  const gap = { similarity: 0, confidence: 0.9, cost: 1 };
  return {
    id: '002.txt',
    language: 'en',
    text,
    relation: {
      kind: 'comparable',
      confidence: 0.93,
      reason: 'Only 9 % of the source has a counterpart, in another order: this is another report of the same event.',
    },
    coverage: { source: 0.09, rendering: 0.12 },
    sentences,
    beads: [
      ...source.sentences.map((_, i) => ({ source: [i], rendering: [], ...gap })),
      ...sentences.map((_, i) => ({ source: [], rendering: [i], ...gap })),
    ],
    findings: [],
  };
}

/** A result such as the seeds give, made by hand from gold.json: 003.txt with 000.txt, 001.txt and 002.txt. */
export function seedResult(): AlignmentResult {
  serial = 0;
  const source = side(read('003.txt'), { ...gold.source });
  const missing = (keys: string[], severity: Finding['severity'] = 'error'): Finding =>
    finding('omission', {
      severity,
      message:
        keys[0] === 'h'
          ? 'The rendering does not carry the headline.'
          : `${keys.length === 1 ? 'A sentence' : `${keys.length} sentences`} of the source ${keys.length === 1 ? 'is' : 'are'} missing.`,
      source: keys.map((key) => spanOf(source, key)),
    });
  const first = rendering(
    '000.txt',
    source,
    (own) => [
      missing(['h'], 'info'),
      finding('partial-omission', {
        severity: 'warning',
        confidence: 0.71,
        message: 'Words of the source have no counterpart: “масштабу угрозы”.',
        source: [within(source, 'масштабу угрозы')],
        rendering: [],
      }),
      missing(['s10']),
      missing(['s13']),
      finding('number', {
        message: '“тысячи” (thousands) became “scores”.',
        source: [within(source, 'тысячи')],
        rendering: [within(own, 'scores')],
      }),
    ],
    [0.81, 0.97],
  );
  const second = rendering(
    '001.txt',
    source,
    (own) => [
      missing(['h'], 'info'),
      finding('garbled-quote', {
        message: 'The quotation has lost its beginning and starts in the middle of a sentence.',
        source: [
          within(
            source,
            'Министры были едины в оценке событий в Казахстане, подчеркнули обеспокоенность вмешательством внешних сил',
          ),
        ],
        rendering: [within(own, 'including the participation')],
      }),
      finding('addition', {
        severity: 'warning',
        message: '3 sentences of the rendering are not in the source.',
        rendering: ['b6', 'b7', 'b8'].map((key) => spanOf(own, key)),
      }),
      finding('broken-word', {
        severity: 'warning',
        message: 'A word is broken by a hyphen: “Kazak-hstan”.',
        rendering: [within(own, 'Kazak-hstan')],
      }),
      finding('partial-omission', {
        severity: 'warning',
        message: 'Words of the source have no counterpart.',
        source: [
          within(
            source,
            'выразили твердую поддержку усилиям руководства Казахстана "по восстановлению конституционного порядка в стране',
          ),
        ],
      }),
      missing(['s7', 's8']),
      finding('addition', {
        severity: 'info',
        message: 'A cross-heading of the rendering’s own.',
        rendering: [spanOf(own, 'b11')],
      }),
      finding('unpaired-marks', {
        severity: 'warning',
        message: 'An opening mark closes the quotation.',
        rendering: [within(own, '“the Foreign')].map(({ start }) => ({ start, end: start + 1 })),
      }),
      missing(['s11', 's12', 's13', 's14', 's15', 's16']),
    ],
    [0.48, 0.74],
  );
  const third = comparable(source);
  const date = within({ ...source, text: third.text }, 'December 10');
  const dateline = within({ ...source, text: first.text }, 'January 10');
  const findings: DocumentFinding[] = [
    {
      rule: 'unrelated-trailing',
      category: 'source/unrelated',
      severity: 'warning',
      confidence: 0.97,
      message: '8 lines at the end of the source do not belong to the article.',
      source: source.keys.filter((key) => key.startsWith('x')).map((key) => spanOf(source, key)),
      places: [],
      fingerprint: fingerprint(),
    },
    {
      rule: 'date',
      category: 'accuracy/mistranslation',
      severity: 'error',
      confidence: 0.9,
      message: '002.txt says December 10 where 000.txt says January 10.',
      source: [],
      places: [
        { rendering: '002.txt', ...date },
        { rendering: '000.txt', ...dateline },
      ],
      fingerprint: fingerprint(),
    },
  ];
  const all = [...first.findings, ...second.findings, ...third.findings, ...findings];
  const count = (severity: string): number => all.filter((f) => f.severity === severity).length;
  return {
    schemaVersion: 1,
    tool: { name: 'align-translations', version: '0.1.0' },
    embedder: { id: 'ru-en-static', revision: 'sha256:0123', dimensions: 256 },
    source: { id: '003.txt', language: 'ru', text: source.text, sentences: source.sentences },
    renderings: [first, second, third],
    findings,
    summary: { errors: count('error'), warnings: count('warning'), infos: count('info') },
  };
}

/** A result of one bead whose every string is `text`, to see what a report makes of hostile text. */
export function hostileResult(text: string): AlignmentResult {
  const span = { start: 0, end: text.length };
  const sentences: Sentence[] = [{ ...span, kind: 'body', block: 0 }];
  const shared = { category: 'accuracy/mistranslation', confidence: 0.5, fingerprint: '00', message: text } as const;
  return {
    schemaVersion: 1,
    tool: { name: 'align-translations', version: '0.1.0' },
    embedder: { id: text, revision: text, dimensions: 2 },
    source: { id: text, language: text, text, sentences },
    renderings: [
      {
        id: text,
        language: text,
        text,
        relation: { kind: 'translation', confidence: 1, reason: text },
        coverage: { source: 1, rendering: 1 },
        sentences,
        beads: [{ source: [0], rendering: [0], similarity: 1, confidence: 1, cost: 0 }],
        findings: [{ ...shared, rule: text, severity: 'error', source: [span], rendering: [span], beads: [0] }],
      },
      {
        id: `${text} anew`,
        language: 'en',
        text,
        relation: { kind: 'comparable', confidence: 1, reason: text },
        coverage: { source: 0, rendering: 0 },
        sentences,
        beads: [
          { source: [0], rendering: [], similarity: 0, confidence: 1, cost: 0 },
          { source: [], rendering: [0], similarity: 0, confidence: 1, cost: 0 },
        ],
        findings: [],
      },
    ],
    findings: [{ ...shared, rule: text, severity: 'warning', source: [span], places: [{ rendering: text, ...span }] }],
    summary: { errors: 1, warnings: 1, infos: 0 },
  };
}
