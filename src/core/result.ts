import type { Span } from './span.ts';

/** What a sentence is in its document. Only `body` and `list-item` text is expected to have a counterpart. */
export type SentenceKind = 'headline' | 'dateline' | 'metadata' | 'body' | 'list-item' | 'unrelated';

/** A sentence: its trimmed span in the text as passed in, its kind, and the 0-based number of its block (paragraph). */
export interface Sentence extends Span {
  kind: SentenceKind;
  block: number;
}

/** A language as an ISO 639-1 code. */
export type Language = string;

export type Severity = 'error' | 'warning' | 'info';

/** How strictly a rendering has to follow its source: `wire` forgives condensation, never a changed quotation, number, date or name. */
export type Profile = 'literal' | 'wire';

/** A group of source sentences with its group of rendering sentences, by index; a gap has one empty side. */
export interface Bead {
  source: number[];
  rendering: number[];
  /** Cosine of the two groups' vectors, -1 to 1; 0 for a gap. High is good. */
  similarity: number;
  /** Calibrated probability that the bead is right, 0 to 1. */
  confidence: number;
  /** What the bead cost the dynamic program, in nats; low is good. */
  cost: number;
  /** Present and true where the bead crosses others: text that only changed its place. */
  moved?: true;
}

/** What a rule reports. Plain data, never thrown. */
export interface Finding {
  /** Kebab-case id of the rule, as in docs/rules. */
  rule: string;
  /** MQM (2021 typology) name of the kind of error, for example `accuracy/omission`. */
  category: string;
  severity: Severity;
  /** Calibrated probability that an editor would agree, 0 to 1. */
  confidence: number;
  /** One sentence for an editor. */
  message: string;
  source: Span[];
  rendering: Span[];
  /** Indices into the rendering's `beads`. */
  beads: number[];
  /** Hexadecimal; the same for the same defect after edits elsewhere. */
  fingerprint: string;
}

/** A place in one rendering, named by its id. */
export interface Place extends Span {
  rendering: string;
}

/** A finding about the source itself, or between renderings. */
export interface DocumentFinding extends Omit<Finding, 'rendering' | 'beads'> {
  places: Place[];
}

/** A finding that the caller's baseline or ignore list has put aside; no other list and no count has it. */
export interface SuppressedFinding extends DocumentFinding {
  by: 'baseline' | 'ignore';
  /** The entry's. */
  reason?: string;
  /** Id of the rendering that it is about; null for one about the source itself, or between renderings. */
  rendering: string | null;
}

/** How a rendering as a whole relates to the source. */
export type RelationKind = 'translation' | 'partial-translation' | 'comparable' | 'unrelated';

export interface Relation {
  kind: RelationKind;
  confidence: number;
  /** One sentence for an editor. */
  reason: string;
}

/** Shares of each side's content that have a counterpart on the other side, 0 to 1. */
export interface Coverage {
  source: number;
  rendering: number;
}

export interface SourceResult {
  id: string;
  language: Language;
  text: string;
  sentences: Sentence[];
}

export interface RenderingResult {
  id: string;
  language: Language;
  text: string;
  relation: Relation;
  coverage: Coverage;
  sentences: Sentence[];
  beads: Bead[];
  findings: Finding[];
}

/** What `alignTranslations` returns: plain JSON, described by schema/result.schema.json. */
export interface AlignmentResult {
  schemaVersion: 1;
  tool: { name: 'align-translations'; version: string };
  embedder: { id: string; revision: string; dimensions: number };
  source: SourceResult;
  renderings: RenderingResult[];
  findings: DocumentFinding[];
  /** Present where the caller's lists put something aside. */
  suppressed?: SuppressedFinding[];
  /** Rules that were switched off; present where some were. */
  rulesOff?: string[];
  summary: { errors: number; warnings: number; infos: number };
}
