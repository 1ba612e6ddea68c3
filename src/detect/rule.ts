import type { GlossaryTerm } from '../core/glossary.ts';
import type { Bead, Coverage, Place, Profile, Relation, Severity } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import type { Steps } from '../core/steps.ts';
import type { GroupSimilarity } from '../align/similarity.ts';
import type { WordCoverage } from '../align/coverage.ts';
import type { Document } from '../text/document.ts';
import type { Siblings } from './siblings.ts';

/** What a rule sees of one rendering. */
export interface RenderingContext {
  readonly source: Document;
  readonly rendering: Document;
  /** Every sentence of both sides is in exactly one. */
  readonly beads: readonly Bead[];
  /** Similarity of runs of source and rendering sentences. */
  readonly similarity: GroupSimilarity;
  readonly relation: Relation;
  /** Shares of each side's content that have a counterpart. */
  readonly share: Coverage;
  /** Which words of each side have a counterpart in their bead. */
  readonly coverage: WordCoverage;
  /** What the other renderings carry, where there are several. */
  readonly siblings?: Siblings;
  /** The caller's terms. */
  readonly glossary?: readonly GlossaryTerm[];
}

/** What a rule sees of the source with all its renderings. */
export interface DocumentContext {
  readonly source: Document;
  readonly renderings: readonly RenderingContext[];
}

/** A finding as a rule tells it; the registry adds rule, category, severity and fingerprint. */
export interface Draft {
  /** 0 to 1. */
  confidence: number;
  /** One sentence for an editor. */
  message: string;
  source: Span[];
  rendering: Span[];
  beads: number[];
  /** Where this one differs from the rule's own severity, by profile or in both (an uncarried headline is info). */
  severity?: Severity | Partial<Record<Profile, Severity>>;
  /** Where this one has a category of its own. */
  category?: string;
}

/** A finding about the source itself, or between renderings. */
export interface DocumentDraft {
  confidence: number;
  message: string;
  source: Span[];
  places: Place[];
  severity?: Severity | Partial<Record<Profile, Severity>>;
  category?: string;
}

/** One kind of defect. */
export interface Rule {
  /** Kebab-case; never renamed. */
  readonly id: string;
  /** MQM (2021 typology) name. */
  readonly category: string;
  /** One line for `--list-rules`. */
  readonly summary: string;
  readonly severity: Readonly<Record<Profile, Severity>>;
  /** True where the rule compares beads: it is not asked of a comparable or unrelated text. */
  readonly comparesBeads?: true;
  /** Rules whose findings at the same place go before this one's: one defect, one finding. */
  readonly yieldsTo?: readonly string[];
  /** Defects of one rendering; in steps where a long text takes more than some milliseconds. */
  check?(context: RenderingContext): Draft[] | Steps<Draft[]>;
  /** Defects of the source itself, or between renderings; in steps as well. */
  checkDocument?(context: DocumentContext): DocumentDraft[] | Steps<DocumentDraft[]>;
}
