import { message } from '#core';
import { EngineError } from './error.ts';
import { asObject, type Json } from './fields.ts';

/** The longest line of a pull or an event is a few kilobytes; a longer one is another kind of answer. */
const longestLine = 4 * 1024 * 1024;

/**
 * The JSON objects of a stream, one a line, whatever the chunks are: characters split between two of them, many lines
 * in one, a last line without its end. A line that is no object rejects with 'protocol'.
 */
export async function* readJsonLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<Json> {
  const decoder = new TextDecoder('utf-8');
  // Pieces are joined once a line is complete, so that a long line costs its length and not its square.
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of source) {
    const lines = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [index, piece] of lines.entries()) {
      pieces.push(piece);
      length += piece.length;
      if (length > longestLine) throw new EngineError('protocol', message('A line of the answer has no end.'));
      if (index === lines.length - 1) continue;
      yield* parseLine(pieces.join(''));
      pieces = [];
      length = 0;
    }
  }
  yield* parseLine(pieces.join('') + decoder.decode());
}

function* parseLine(line: string): Generator<Json> {
  if (line.trim() === '') return;
  const value = asObject(parse(line));
  if (value === undefined) throw new EngineError('protocol', message('A line of the answer is no JSON object.'));
  yield value;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new EngineError('protocol', message('A line of the answer is not JSON.'), { cause });
  }
}
