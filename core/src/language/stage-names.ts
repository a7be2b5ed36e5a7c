import type { Dockerfile, Instruction, Stage } from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';
import { findStage } from './dockerfile-scope.ts';

/** A place that names a stage: behind AS, in FROM, `COPY --from=` or `RUN --mount=from=`. */
export interface StageName {
  readonly span: Span;
  readonly stage: Stage;
  readonly kind: 'declaration' | 'use';
}

export function findStageNames(file: Dockerfile): readonly StageName[] {
  const declared = file.stages.flatMap((stage): StageName[] => {
    const own = stage.name ? [{ span: stage.name.span, stage, kind: 'declaration' as const }] : [];
    const used =
      stage.base.kind === 'stage' && stage.image
        ? [{ span: stage.image.span, stage: stage.base.stage, kind: 'use' as const }]
        : [];
    return [...used, ...own];
  });
  return [...declared, ...file.instructions.flatMap((instruction) => usesOf(file, instruction))];
}

function usesOf(file: Dockerfile, outer: Instruction): StageName[] {
  const { flags, stage: own } = outer.inner ?? outer;
  return flags.flatMap((flag): StageName[] => {
    const named = flag.valueSpan && nameInFlag(flag.name, flag.value ?? '', flag.valueSpan.start);
    const stage = named && findStage(file, named.name, own ?? outer.stage ?? 0);
    return named && stage ? [{ span: named.span, stage, kind: 'use' }] : [];
  });
}

function nameInFlag(flag: string, value: string, start: number): { name: string; span: Span } | undefined {
  const match = flag === 'from' ? /^(.+)$/.exec(value) : flag === 'mount' ? /(?:^|,)from=([^,]+)/.exec(value) : null;
  const name = match?.[1];
  if (!match || name === undefined) return undefined;
  const at = start + match.index + match[0].length - name.length;
  return { name, span: { start: at, end: at + name.length } };
}
