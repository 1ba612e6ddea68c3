import { AlignError } from '../core/errors.ts';
import type { TransformersLibrary } from './transformers-library.ts';

/** A folder that holds a model: its absolute path, its name, and what identifies its files. */
export interface LocalModel {
  path: string;
  name: string;
  revision: string;
}

/**
 * The folder that `model` names, or undefined where it is a model's name on a hub: a path begins with `/`, `./`,
 * `../` or a drive letter. The revision is the SHA-256 of the folder's `config.json` and of the names and sizes of
 * all files in it and in `onnx/`: weights of gigabytes are not read twice.
 *
 * @throws AlignError `model-failed` where there is no such folder, or no `config.json` in it
 */
export function localModel(model: string): LocalModel | undefined {
  if (!/^(?:\.{0,2}[/\\]|[a-z]:[/\\])/i.test(model)) return undefined;
  const builtin = typeof process === 'undefined' ? undefined : process.getBuiltinModule;
  if (builtin === undefined) return undefined;
  const [fs, path, crypto] = [builtin('node:fs'), builtin('node:path'), builtin('node:crypto')];
  const folder = path.resolve(model);
  try {
    const hash = crypto.createHash('sha256').update(fs.readFileSync(path.join(folder, 'config.json')));
    for (const part of ['', 'onnx']) {
      const inside = path.join(folder, part);
      if (!fs.existsSync(inside)) continue;
      for (const name of fs.readdirSync(inside).sort()) {
        const stat = fs.statSync(path.join(inside, name));
        if (stat.isFile()) hash.update(`\n${part}/${name} ${stat.size}`);
      }
    }
    return { path: folder, name: path.basename(folder), revision: `sha256:${hash.digest('hex')}` };
  } catch (cause) {
    throw new AlignError(
      'model-failed',
      `The folder ${folder} holds no model: its config.json could not be read.`,
      'Pass the folder that holds config.json, tokenizer.json and onnx/, or the name of a model on the Hugging Face hub.',
      { cause },
    );
  }
}

let loading: Promise<unknown> = Promise.resolve();

/**
 * Runs `load` while the library takes model names for paths, and then gives the library its own settings back. They
 * are global to the library, so loads of local models wait for each other.
 */
export function withLocalPaths<T>(library: TransformersLibrary, load: () => Promise<T>): Promise<T> {
  const result = loading.then(async () => {
    const { localModelPath, allowLocalModels } = library.env;
    library.env.localModelPath = '';
    library.env.allowLocalModels = true;
    try {
      return await load();
    } finally {
      library.env.localModelPath = localModelPath;
      library.env.allowLocalModels = allowLocalModels;
    }
  });
  loading = result.catch(() => {});
  return result;
}
