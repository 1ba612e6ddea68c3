/** Where the pages on the rules lie: the same relative place from src/ and from dist/. */
export const rulePagesUrl: URL = new URL('../docs/rules/', import.meta.url);
