import { finish, type Steps } from '../../src/core/steps.ts';
import type { DocumentContext, DocumentDraft, Draft, RenderingContext, Rule } from '../../src/detect/rule.ts';

/** What a rule tells of one rendering, taken at once. */
export function draftsOf(rule: Rule, context: RenderingContext): Draft[] {
  return atOnce(rule.check!(context));
}

/** What a rule tells of the source itself, or between renderings, taken at once. */
export function documentDraftsOf(rule: Rule, context: DocumentContext): DocumentDraft[] {
  return atOnce(rule.checkDocument!(context));
}

function atOnce<Item>(made: Item[] | Steps<Item[]>): Item[] {
  return Array.isArray(made) ? made : finish(made);
}
