import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { createLineIndex, message, type Message } from '#core';

/** A file's text, or a sentence about why there is none. */
export type Source = { readonly text: string } | { readonly trouble: Message };

/** Beyond this a file was not written by hand, and reading it would only cost memory. */
const maxBytes = 20 * 1024 * 1024;

/** Nothing else waits meanwhile, so files are read at once: for thousands of small ones that is many times faster. */
export function readSource(file: string): Source {
  try {
    return readBytes(file);
  } catch (error) {
    return { trouble: describeFileError(error) };
  }
}

/** The same for a file that need not be there: undefined when it is not. */
export function findSource(file: string): Source | undefined {
  try {
    return readBytes(file);
  } catch (error) {
    return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error)) ? undefined : { trouble: describeFileError(error) };
  }
}

function readBytes(file: string): Source {
  const handle = openSync(file, 'r');
  try {
    return fstatSync(handle).size > maxBytes ? tooLarge : decodeSource(readFileSync(handle));
  } finally {
    closeSync(handle);
  }
}

const tooLarge: Source = { trouble: message('This file is larger than 20 MB, so it was not looked at.') };

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text from bytes: UTF-8, its byte order mark kept, since every place is counted in the text as it is. */
export function decodeSource(bytes: Uint8Array): Source {
  if (bytes.length > maxBytes) return tooLarge;
  const nul = bytes.indexOf(0);
  const text = lenient.decode(bytes);
  if (nul >= 0) {
    const place = describePlace(text, text.indexOf('\0'));
    return { trouble: message('This is no text: there is a NUL byte at line {line}, column {column}.', place) };
  }
  try {
    // What holds no replacement character was read as it is.
    if (text.includes('\uFFFD')) new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text };
  } catch {
    const place = describePlace(text, findBrokenPlace(text, bytes));
    return {
      trouble: message('This file is not UTF-8: see line {line}, column {column}. Save it as UTF-8.', place),
    };
  }
}

/** The first replacement character that the bytes do not hold themselves. */
function findBrokenPlace(text: string, bytes: Uint8Array): number {
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
    const before = new TextEncoder().encode(text.slice(0, at)).length;
    if (bytes[before] !== 0xef || bytes[before + 1] !== 0xbf || bytes[before + 2] !== 0xbd) return at;
  }
  return 0;
}

function describePlace(text: string, offset: number): { line: string; column: string } {
  const { line, character } = createLineIndex(text).positionAt(offset);
  return { line: String(line + 1), column: String(character + 1) };
}

export function describeFileError(error: unknown): Message {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return message('There is no such file or folder.');
  if (code === 'EACCES' || code === 'EPERM') return message('You have no permission to read this.');
  if (code === 'EISDIR') return message('This is a folder, not a file.');
  if (code === 'ELOOP') return message('This link leads back to itself.');
  if (code === 'ENOSPC') return message('There is no space left on the disk.');
  if (code === 'EROFS') return message('This place is read-only.');
  return message('This could not be read: {reason}', {
    reason: error instanceof Error ? error.message : String(error),
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
