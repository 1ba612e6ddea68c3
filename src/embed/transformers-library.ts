import { AlignError } from '../core/errors.ts';

/** What this package uses of `@huggingface/transformers` (3, 4) and `@xenova/transformers` (2). */
export interface TransformersLibrary {
  pipeline(task: 'feature-extraction', model: string, options: Record<string, unknown>): Promise<FeatureExtractor>;
  env: { version?: string; localModelPath: string; allowLocalModels: boolean };
}

/** A loaded model: the pooled vectors of texts as one array of shape `dims`, `[texts, dimensions]`. */
export type FeatureExtractor = (
  texts: string[],
  options: { pooling: string; normalize: boolean },
) => Promise<{ data: ArrayLike<number>; dims: readonly number[] }>;

const packages = ['@huggingface/transformers', '@xenova/transformers'];

/**
 * Imports the first of the packages that is installed.
 *
 * @throws AlignError `missing-package` where none is, `model-failed` where one is and does not load
 */
export async function importLibrary(names: readonly string[] = packages): Promise<TransformersLibrary> {
  for (const name of names) {
    try {
      // The name is a variable so that bundlers leave an optional package alone.
      const module: unknown = await import(/* @vite-ignore */ /* webpackIgnore: true */ name);
      return requireLibrary(module);
    } catch (cause) {
      if (cause instanceof AlignError) throw cause;
      if (isMissing(cause, name)) continue;
      throw new AlignError(
        'model-failed',
        `The package ${name} is installed and does not load: ${messageOf(cause)}`,
        `Install ${name} again, with its native dependencies, or pass a working one as \`library\`.`,
        { cause },
      );
    }
  }
  throw new AlignError(
    'missing-package',
    `None of the packages ${names.join(', ')} is installed here.`,
    'Run `npm install @huggingface/transformers`, or pass the imported module as `library`.',
  );
}

/** @throws AlignError `invalid-argument` where `module` is not one of the packages */
export function requireLibrary(module: unknown): TransformersLibrary {
  const library = module as Partial<TransformersLibrary> | null | undefined;
  if (typeof library?.pipeline === 'function' && typeof library.env === 'object') return library as TransformersLibrary;
  throw new AlignError(
    'invalid-argument',
    'The library has no `pipeline` and `env`, as Transformers.js has.',
    "Pass the whole module: `library: await import('@huggingface/transformers')`.",
  );
}

/** Whether the library is version 2, which knows `quantized` in place of `dtype` and `device`. */
export function isVersion2(library: TransformersLibrary): boolean {
  return library.env.version?.startsWith('2.') ?? false;
}

export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** A missing dependency of the package names the package only as a part of a path, never quoted by itself. */
function isMissing(cause: unknown, name: string): boolean {
  const message = messageOf(cause);
  return message.includes(`'${name}'`) || message.includes(`"${name}"`);
}
