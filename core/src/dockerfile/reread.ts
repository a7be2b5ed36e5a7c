import { readInstruction } from './instruction.ts';
import type { Dockerfile, Instruction, Readings } from './model.ts';
import { placeInstruction, type Place } from './place.ts';
import type { Report } from './problems.ts';
import type { LogicalLine } from './scan.ts';

export interface InstructionReader {
  /** For the next version of the file. */
  readonly readings: Readings;
  read(logical: LogicalLine, place: Omit<Place, 'by'>): Instruction;
}

interface ReaderOptions {
  readonly escape: string;
  readonly report: Report;
  readonly previous: Dockerfile | undefined;
}

/** A reading keeps the text of its version in memory: beyond this many characters all is read afresh once. */
const mostKept = 20_000_000;

/**
 * Reads the instructions of a text. What an instruction is depends on its own source text and on the escape character
 * alone, so one that stands in the file already, or stood in the version before, is only put in its place.
 */
export function createInstructionReader(text: string, { escape, report, previous }: ReaderOptions): InstructionReader {
  const bySource = new Map<string, Instruction>();
  const versions = (previous?.readings.versions ?? 0) + 1;
  const isUsable = previous?.escape === escape && versions * text.length <= mostKept;
  const earlier = isUsable ? previous.readings.bySource : undefined;
  return {
    readings: { bySource, versions: isUsable ? versions : 0 },
    read(logical, place) {
      const { line, start, end, heredocs } = logical;
      const source = text.slice(line.offsetAt(0), end);
      const known = heredocs.length > 0 ? undefined : (bySource.get(source) ?? earlier?.get(source));
      let isClean = heredocs.length === 0;
      const read =
        known ??
        readInstruction(logical, {
          escape,
          report(...problem) {
            isClean = false;
            report(...problem);
          },
        });
      if (isClean) bySource.set(source, read);
      return placeInstruction(read, { ...place, by: known ? start - known.span.start : 0 });
    },
  };
}
