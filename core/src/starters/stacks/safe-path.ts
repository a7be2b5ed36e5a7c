import { message } from '../../text/index.ts';
import type { Refusal } from '../model.ts';

/** A folder whose name could be read as syntax in a Dockerfile or in Compose is refused, not escaped by luck. */
export function refuseFolder(folder: string): Refusal | undefined {
  if (
    /^[\p{L}\p{N} _.@+/-]+$/u.test(folder) &&
    !/(^|\/)[ -]|[ .](\/|$)|(^|\/)\.\.(\/|$)/.test(folder.replace(/^\.$/, 'x'))
  )
    return undefined;
  return {
    path: folder,
    reason: message(
      'The name of the folder {folder} has characters that Docker files cannot carry safely. Rename it first.',
      { folder: JSON.stringify(folder) },
    ),
  };
}
