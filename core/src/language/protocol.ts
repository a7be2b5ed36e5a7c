import type { ImageFacts } from '../lint/index.ts';

/** Names and payloads of what our own client and server say to each other beyond LSP. Types and constants only. */

/** What `initialize` carries from our own client; any editor may send it. */
export interface InitializationOptions {
  /** The language of messages, such as `fr` or `fr-CA`; without it LSP's own `locale` counts. */
  readonly locale?: string;
  /** A translation by English template, which then wins over what the server brings itself. */
  readonly bundle?: Readonly<Record<string, string>>;
  /** Commands of ours that this client can run; what needs another one is not offered to it. */
  readonly commands?: readonly string[];
}

/** Run by the client: builds one stage in a terminal. Its argument is a `BuildStageArguments`. */
export const buildStageCommand = 'drydock.buildStage';

export interface BuildStageArguments {
  /** Address of the Dockerfile. */
  readonly uri: string;
  /** For `--target`; null builds the last stage. */
  readonly target: string | null;
}

/** Client to server: everything that the engine knows of its images. Replaces what was sent before. */
export const imageFactsNotification = 'drydock/imageFacts';

export interface ImageFactsEntry extends ImageFacts {
  /** As one would write it behind FROM: `alpine:3.23`. */
  readonly reference: string;
}
export type ImageFactsPayload = readonly ImageFactsEntry[];

/** The section of the settings that the server asks its client for. */
export const settingsSection = 'drydock';
