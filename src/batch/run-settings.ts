import { tool } from '../core/tool.ts';
import { ruleIds } from '../detect/rules.ts';
import { readBytes } from '../embed/static/model-bytes.ts';
import { readModelFile } from '../embed/static/model-file.ts';
import { embeddedModelUrl } from '../embedded-model.ts';
import { resolveOptions, type AlignOptions, type ResolvedOptions } from '../options.ts';

/** What all documents of a run have in common; with a document's texts it decides on the result. Plain JSON. */
export interface RunSettings {
  /** Of this package. */
  version: string;
  /** What the vectors come from. */
  embedder: {
    /** Names the model. */
    id: string;
    /** Names the exact version of its weights. */
    revision: string;
    /** The length of its vectors. */
    dimensions: number;
  };
  options: Omit<ResolvedOptions, 'embedder' | 'signal' | 'onProgress'>;
  /** Languages that were given rather than told from the texts. */
  languages: { source?: string | undefined; rendering?: string | undefined };
}

/**
 * The settings of a run of this version with the embedded model.
 *
 * @throws AlignError `model-failed`, `model-damaged`
 */
export async function runSettings(options: AlignOptions, languages: RunSettings['languages']): Promise<RunSettings> {
  const { id, revision, dimensions } = readModelFile(await readBytes(embeddedModelUrl, undefined));
  const { profile, rules, thresholds, glossary, ignore, baseline, maxCharacters } = resolveOptions(options, ruleIds);
  return {
    version: tool.version,
    embedder: { id, revision, dimensions },
    options: { profile, rules, thresholds, glossary, ignore, baseline, maxCharacters },
    languages,
  };
}

/** A longer value is not shown. */
const MAX_SHOWN = 80;

/** What two runs do not have in common, for a message: `profile "literal" (here "wire")`; empty where they are alike. */
export function differences(run: RunSettings, here: RunSettings): string[] {
  const [before, now] = [flat(run), flat(here)];
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((name) => {
    const [value, other] = [before.get(name) ?? 'none', now.get(name) ?? 'none'];
    if (value === other) return [];
    return [value.length + other.length > MAX_SHOWN ? `another ${name}` : `${name} ${value} (here ${other})`];
  });
}

/** Canonical JSON by name. */
function flat({ version, embedder, options, languages }: RunSettings): Map<string, string> {
  const named = {
    version,
    embedder,
    ...options,
    'source language': languages.source,
    'language of the renderings': languages.rendering,
  };
  return new Map(
    Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, canonicalJson(value)]])),
  );
}

/** JSON with the keys of every object in order, so that equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
