import { tool } from '../core/tool.ts';

/** What reports say of a rule, whether it found something or not. */
export interface RuleFacts {
  readonly id: string;
  readonly summary: string;
  /** True where the rule is not asked of a comparable or unrelated text. */
  readonly comparesBeads?: true;
}

/** The rules of this version, in their order. Reports see no rules, only results; a test keeps the two alike. */
export const ruleFacts: readonly RuleFacts[] = [
  { id: 'unrelated-trailing', summary: 'A block of text is no part of the article (a list of links, a footer).' },
  { id: 'untranslated', summary: 'A sentence of the rendering is still in the source’s language.' },
  { id: 'omission', summary: 'A sentence of the source has no counterpart in the rendering.', comparesBeads: true },
  { id: 'addition', summary: 'A sentence of the rendering has no counterpart in the source.', comparesBeads: true },
  {
    id: 'glossary',
    summary: 'A term of the glossary that the rendering has in another form, or not at all.',
    comparesBeads: true,
  },
  {
    id: 'garbled-quote',
    summary: 'A quotation whose words were cut, merged with another or run on into the reporter’s.',
    comparesBeads: true,
  },
  {
    id: 'partial-omission',
    summary: 'A clause or phrase of a source sentence has no counterpart in the rendering.',
    comparesBeads: true,
  },
  {
    id: 'partial-addition',
    summary: 'A clause or phrase of a rendering sentence has no counterpart in the source.',
    comparesBeads: true,
  },
  {
    id: 'negation',
    summary: 'A negation is lost or gained: one side denies what the other says.',
    comparesBeads: true,
  },
  { id: 'number', summary: 'A number of the source that the rendering gives differently.', comparesBeads: true },
  {
    id: 'date',
    summary: 'A date that the rendering, or one rendering among several, gives differently.',
    comparesBeads: true,
  },
  { id: 'name', summary: 'A name of the source that the rendering gives as another name.', comparesBeads: true },
  { id: 'duplication', summary: 'A sentence is repeated where the source does not repeat itself.' },
  { id: 'unpaired-marks', summary: 'A quotation mark or bracket without its partner, or facing the wrong way.' },
  { id: 'broken-word', summary: 'A word broken by a stray hyphen.' },
  { id: 'encoding', summary: 'Characters read in the wrong encoding, lost, or left as HTML codes.' },
];

const byId = new Map(ruleFacts.map((facts) => [facts.id, facts]));

/** What is known of a rule; `undefined` for one that only a result of another version names. */
export function factsOf(id: string): RuleFacts | undefined {
  return byId.get(id);
}

/** Every rule of this version, then those that only the findings name. */
export function ruleIdsWith(findings: readonly { rule: string }[]): string[] {
  return [...new Set([...byId.keys(), ...findings.map(({ rule }) => rule)])];
}

/** Where the page of a rule of this version can be read. */
export function rulePage(id: string): string {
  return `https://cdn.jsdelivr.net/npm/${tool.name}@${tool.version}/docs/rules/${id}.md`;
}
