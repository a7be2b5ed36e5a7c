import type { Dockerfile, Stage, Word } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { onExpanded, type Expanded } from '../shared/expanded.ts';
import { getImageName } from '../shared/images.ts';
import { findLast, getLineage, getRoot } from '../shared/stages.ts';
import { gracefulSignals, signalNumbers } from '../shared/stop-signals.data.ts';

const messages = {
  deadly: 'No program can react to {signal}: it is cut off in the middle of whatever it does.',
  abrupt: '{program} finishes its work on {better}; {signal} cuts it off or does not end it.',
  spelling: 'Everybody reads `{name}` at once.',
  use: 'Use {name}',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/stopsignal-unsuitable',
  kind: 'practice',
  severity: 'hint',
  refs: {
    tally: [
      'no-ungraceful-stopsignal',
      'prefer-canonical-stopsignal',
      'prefer-nginx-sigquit',
      'prefer-systemd-sigrtmin-plus-3',
    ],
    'dockerfile-utils': ['INVALID_SIGNAL'],
  },
  title: 'Choose a signal on which the program finishes its work',
  why: '`docker stop` sends this signal and kills the container ten seconds later. A signal that the program cannot catch, or takes for "at once", loses open requests and unwritten data.',
  source: 'https://docs.docker.com/reference/dockerfile/#stopsignal',
  bad: 'FROM debian:12\nSTOPSIGNAL SIGKILL\n',
  good: 'FROM debian:12\nSTOPSIGNAL SIGTERM\n',
  messages,
  on: onExpanded(['STOPSIGNAL'], checkSignal),
});

function checkSignal({ instruction, expand }: Expanded, ctx: Context): void {
  const [word] = instruction.args;
  const written = word ? (expand(word) ?? '') : '';
  const signal = nameOf(written);
  if (!word || signal === undefined) return;
  if (signal === 'KILL' || signal === 'STOP') {
    const data = { signal: `SIG${signal}` };
    ctx.report({ at: word.span, message: 'deadly', data, severity: 'warning', fix: use('SIGTERM', word, false) });
    return;
  }
  const stage = instruction.stage === null ? undefined : ctx.file.stages[instruction.stage];
  const better = stage && findBetter(stage, signal, ctx.file);
  if (better) {
    const data = { program: better.program, better: better.signal, signal: `SIG${signal}` };
    ctx.report({ at: word.span, message: 'abrupt', data, fix: use(better.signal, word, false) });
  } else if (written === word.raw && written !== `SIG${signal}`) {
    const name = `SIG${signal}`;
    ctx.report({ at: word.span, message: 'spelling', data: { name }, fix: use(name, word, true), presets: ['strict'] });
  }
}

/** Without SIG, in capitals; undefined for what is none of the usual ones. */
function nameOf(text: string): string | undefined {
  if (/^\d+$/.test(text)) return signalNumbers[text];
  const name = text.toUpperCase().replace(/^SIG/, '');
  return /^[A-Z]+\d?([+-]\d+)?$/.test(name) ? name : undefined;
}

function findBetter(stage: Stage, signal: string, file: Dockerfile): { program: string; signal: string } | undefined {
  const lineage = getLineage(stage);
  if (startsSystemd(lineage)) {
    return signal === 'RTMIN+3' ? undefined : { program: 'systemd', signal: 'SIGRTMIN+3' };
  }
  // An entrypoint of its own may start anything.
  const { base } = getRoot(lineage, stage);
  if (signal !== 'TERM' || base.kind !== 'image' || findLast(lineage, 'ENTRYPOINT') || file.stages.length === 0)
    return undefined;
  const name = getImageName(base.image);
  const tag = base.image.tag ?? '';
  return gracefulSignals.find((each) => each.name.test(name) && (each.tag?.test(tag) ?? true));
}

function startsSystemd(lineage: readonly Stage[]): boolean {
  return (['ENTRYPOINT', 'CMD'] as const).some((keyword) => {
    const [program] = findLast(lineage, keyword)?.args ?? [];
    return (
      program !== undefined && /^(\/usr)?(\/s?bin\/init|\/lib\/systemd\/systemd|\/s?bin\/systemd)$/.test(program.value)
    );
  });
}

function use(name: string, word: Word, safe: boolean): ReportedFix<Messages> {
  return { title: 'use', data: { name }, edits: [replace(word.span, name)], safe };
}
