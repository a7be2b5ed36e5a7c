import * as vscode from 'vscode';
import { imageFactsNotification, type ImageFacts, type ImageFactsPayload, type ImageSummary } from '#core';
import type { EngineService } from './engine-service.ts';
import { readImageFacts } from './image-config.ts';
import type { Language } from './language-client.ts';

/** More images than this are not looked into; their names are still known. */
const most = 200;
/** Milliseconds of quiet before looking, so that a pull of ten images is one look. */
const quiet = 1_000;

/**
 * Tells the language server what the local images are made of, for rules and completion. An image is inspected once:
 * what an id stands for never changes. Runs in the background and never in the way.
 */
export function feedImageFacts(
  engine: EngineService,
  language: Language,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const known = new Map<string, ImageFacts>();
  let timer: NodeJS.Timeout | undefined;
  let sent = '';
  const feed = async (): Promise<void> => {
    const { state } = engine;
    if (state.kind !== 'connected' || language.state() !== 'running') return;
    const images = state.model.images.items.filter(({ tags }) => tags.length > 0);
    const fresh = images.filter(({ id }) => !known.has(id)).slice(0, Math.max(0, most - known.size));
    for (const { id } of fresh) known.set(id, await inspectImage(engine, id));
    const payload = payloadOf(images, known);
    const text = JSON.stringify(payload);
    if (text === sent) return;
    await language.notify(imageFactsNotification, payload);
    sent = text;
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      // Cleared only afterwards, so that two rounds never run at once.
      void feed()
        .catch((error: unknown) => log.warn(`image facts: ${String(error)}`))
        .finally(() => (timer = undefined));
    }, quiet);
  };
  const afterStart = language.onDidStart(() => {
    sent = '';
    soon();
  });
  return vscode.Disposable.from(engine.onDidChange(soon), afterStart, { dispose: () => clearTimeout(timer) });
}

async function inspectImage(engine: EngineService, id: string): Promise<ImageFacts> {
  try {
    return readImageFacts(await engine.use((engine) => engine.inspect('image', id)));
  } catch {
    // It may be gone by now. Its tags are still worth telling, and the next list will say so.
    return {};
  }
}

function payloadOf(images: readonly ImageSummary[], known: ReadonlyMap<string, ImageFacts>): ImageFactsPayload {
  // The list tells the size of those too that were not looked into.
  return images.flatMap(({ id, tags, digests, size, created }) =>
    tags.map((reference) => ({ size, created, ...known.get(id), reference, repoTags: tags, repoDigests: digests })),
  );
}
