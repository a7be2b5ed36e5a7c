import type { Dockerfile, Stage } from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';
import { nameStages } from './name-stages.ts';

/** A place that names a stage: behind AS, in FROM, `COPY --from=` or `RUN --mount=from=`. */
export interface StageName {
  readonly span: Span;
  readonly stage: Stage;
  readonly kind: 'declaration' | 'use';
}

export function findStageNames(file: Dockerfile): readonly StageName[] {
  return nameStages(file).flatMap(({ occurrences }, index) => {
    const stage = file.stages[index];
    const named = stage ? occurrences.filter(({ form }) => form !== 'keyword') : [];
    return named.flatMap(({ span, role }): StageName[] =>
      stage ? [{ span, stage, kind: role === 'declaration' ? 'declaration' : 'use' }] : [],
    );
  });
}
