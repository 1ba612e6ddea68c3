/** Where the program of the worker threads lies, always a built one: the same relative place from src/ and from dist/. */
export const alignWorkerUrl: URL = new URL('../dist/align-worker.js', import.meta.url);
