import { AlignError, embeddedModelUrl, loadStaticEmbedder, type Embedder } from 'align-translations';

/**
 * The embedded model, fetched as the asset that the bundler made of it, with news on the way.
 * `alignTranslations` without an embedder fetches it too, in silence.
 */
export async function loadModel(onBytes: (done: number, total: number) => void): Promise<Embedder> {
  return loadStaticEmbedder({ model: await fetchBytes(embeddedModelUrl, onBytes) });
}

async function fetchBytes(url: URL, onBytes: (done: number, total: number) => void): Promise<ArrayBuffer> {
  try {
    const response = await fetch(url);
    if (!response.ok || response.body === null) throw new Error(`the server answered ${response.status}`);
    const total = Number(response.headers.get('content-length'));
    let done = 0;
    const count = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        done += chunk.length;
        onBytes(done, total);
        controller.enqueue(chunk);
      },
    });
    return await new Response(response.body.pipeThrough(count)).arrayBuffer();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AlignError('model-failed', `The model could not be fetched: ${why}.`, 'Try again.', { cause });
  }
}
