/** Where the packed Russian-English model lies: the same relative place from src/ and from dist/. */
export const embeddedModelUrl: URL = new URL('../models/ru-en-static.bin', import.meta.url);
