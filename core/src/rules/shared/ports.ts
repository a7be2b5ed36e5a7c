import type { Instruction, Word } from '../../dockerfile/index.ts';
import type { DockerfileContext, RuleMessages, Visitor } from '../../lint/index.ts';
import { onExpanded } from './expanded.ts';

/** A port as EXPOSE takes it: `[address:][host:]first[-last][/protocol]`. Numbers are not checked. */
export interface ExposedPort {
  /** Empty when absent. */
  readonly address: string;
  /** The port of the host, empty when absent. It has no effect. */
  readonly host: string;
  /** The ports of the container with their protocol, as written. */
  readonly container: string;
  readonly first: number;
  readonly last: number;
  /** As written; empty when absent, which means tcp. */
  readonly protocol: string;
}

export function readExposedPort(text: string): ExposedPort | undefined {
  const parts = text.split(':');
  const container = parts.at(-1) ?? '';
  const [, first, last, protocol = ''] = /^(\d+)(?:-(\d+))?(?:\/([a-z]*))?$/i.exec(container) ?? [];
  if (first === undefined) return undefined;
  return {
    address: parts.slice(0, -2).join(':'),
    host: parts.at(-2) ?? '',
    container,
    first: Number(first),
    last: Number(last ?? first),
    protocol,
  };
}

export function isInRange(port: number, { first, last }: Pick<ExposedPort, 'first' | 'last'>): boolean {
  return first <= port && port <= last;
}

/** True for what reaches a program that listens on TCP. */
export function isTcp({ protocol }: ExposedPort): boolean {
  return protocol === '' || protocol.toLowerCase() === 'tcp';
}

export interface FoundPort {
  readonly port: ExposedPort;
  /** The port once variables are filled in; a word may hold several. */
  readonly text: string;
  readonly word: Word;
  readonly expose: Instruction;
  readonly deferred: boolean;
}

/** Shows a handler every port that EXPOSE names. */
export function onPorts<M extends RuleMessages>(
  handle: (found: FoundPort, ctx: DockerfileContext<M>) => void,
): Visitor<M> {
  return onExpanded(['EXPOSE'], ({ instruction, expand, deferred }, ctx) => {
    for (const word of instruction.args) {
      for (const text of expand(word)?.split(/\s+/) ?? []) {
        const port = readExposedPort(text);
        if (port) handle({ port, text, word, expose: instruction, deferred }, ctx);
      }
    }
  });
}
