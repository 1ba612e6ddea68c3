import type { Span } from './span.ts';

/** What a sentence is in its document. Only `body` and `list-item` text is expected to have a counterpart. */
export type SentenceKind = 'headline' | 'dateline' | 'metadata' | 'body' | 'list-item' | 'unrelated';

/** A sentence: its trimmed span in the text as passed in, its kind, and the 0-based number of its block (paragraph). */
export interface Sentence extends Span {
  /** What the sentence is in its document. */
  kind: SentenceKind;
  /** The paragraph that it is in, from 0. */
  block: number;
}

/** A language as an ISO 639-1 code. */
export type Language = string;

/** How bad a finding is, by its rule and the profile, or as the caller says. */
export type Severity = 'error' | 'warning' | 'info';

/** How strictly a rendering has to follow its source: `wire` forgives condensation, never a changed quotation, number, date or name. */
export type Profile = 'literal' | 'wire';

/** A group of source sentences with its group of rendering sentences, by index; a gap has one empty side. */
export interface Bead {
  /** Indices into the source's `sentences`, in order; empty for a gap of the rendering. */
  source: number[];
  /** Indices into the rendering's `sentences`, in order; empty for a gap of the source. */
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
  /** As the profile and the caller's `rules` have it. */
  severity: Severity;
  /** Calibrated probability that an editor would agree, 0 to 1. */
  confidence: number;
  /** One sentence for an editor. */
  message: string;
  /** Its passages in the source's text; empty where there is none. */
  source: Span[];
  /** Its passages in the rendering's text; empty where there is none, as for an omission. */
  rendering: Span[];
  /** Indices into the rendering's `beads`. */
  beads: number[];
  /** Hexadecimal; the same for the same defect after edits elsewhere. */
  fingerprint: string;
}

/** A place in one rendering, named by its id. */
export interface Place extends Span {
  /** Id of the rendering. */
  rendering: string;
}

/** A finding about the source itself, or between renderings. */
export interface DocumentFinding extends Omit<Finding, 'rendering' | 'beads'> {
  /** Its passages in the renderings; empty where it is about the source alone. */
  places: Place[];
}

/** A finding that the caller's baseline or ignore list has put aside; no other list and no count has it. */
export interface SuppressedFinding extends DocumentFinding {
  /** The list that put it aside. */
  by: 'baseline' | 'ignore';
  /** The entry's. */
  reason?: string;
  /** Id of the rendering that it is about; null for one about the source itself, or between renderings. */
  rendering: string | null;
}

/** How a rendering as a whole relates to the source. */
export type RelationKind = 'translation' | 'partial-translation' | 'comparable' | 'unrelated';

/** What a rendering as a whole is, with the reason. */
export interface Relation {
  /** By coverage and similarity, within the option `thresholds`. */
  kind: RelationKind;
  /** How far the coverage lies from the bounds of the kind, 0 to 1. */
  confidence: number;
  /** One sentence for an editor. */
  reason: string;
}

/** Shares of each side's content that have a counterpart on the other side, 0 to 1. */
export interface Coverage {
  /** The share of the source that arrived. */
  source: number;
  /** The share of the rendering that comes from the source. */
  rendering: number;
}

/** The source in a result. */
export interface SourceResult {
  /** As passed in; `source` where left out. */
  id: string;
  /** As passed in, or told from the text. */
  language: Language;
  /** The text as passed in. */
  text: string;
  /** In order, disjoint; they cover all but white space. */
  sentences: Sentence[];
}

/** One rendering in a result. */
export interface RenderingResult {
  /** As passed in; `rendering-1`, `rendering-2` ... where left out. */
  id: string;
  /** As passed in, or told from the text. */
  language: Language;
  /** The text as passed in. */
  text: string;
  /** What it is as a whole. */
  relation: Relation;
  /** What of both sides corresponds. */
  coverage: Coverage;
  /** In order, disjoint; they cover all but white space. */
  sentences: Sentence[];
  /** Every sentence of both sides is in exactly one. */
  beads: Bead[];
  /** What the rules found, by rule, then by place. */
  findings: Finding[];
}

/** What `alignTranslations` returns: plain JSON, described by schema/result.schema.json. */
export interface AlignmentResult {
  /** The version of this shape. */
  schemaVersion: 1;
  /** What made the result. */
  tool: {
    /** This package. */
    name: 'align-translations';
    /** Its version, as in package.json. */
    version: string;
  };
  /** The embedder that it was made with. */
  embedder: {
    /** Names the model. */
    id: string;
    /** Names the exact version of its weights. */
    revision: string;
    /** The length of its vectors. */
    dimensions: number;
  };
  /** The source and its sentences. */
  source: SourceResult;
  /** The renderings, in the order in which they were passed in. */
  renderings: RenderingResult[];
  /** Findings about the source itself, and between renderings. */
  findings: DocumentFinding[];
  /** Present where the caller's lists put something aside. */
  suppressed?: SuppressedFinding[];
  /** Rules that were switched off; present where some were. */
  rulesOff?: string[];
  /** How many findings there are, of the renderings and of the top level. */
  summary: {
    /** Findings of severity `error`. */
    errors: number;
    /** Findings of severity `warning`. */
    warnings: number;
    /** Findings of severity `info`. */
    infos: number;
  };
}
