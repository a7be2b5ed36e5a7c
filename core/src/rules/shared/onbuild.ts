import type { Instruction, Keyword } from '../../dockerfile/index.ts';
import type { DockerfileContext, RuleMessages, Visitor } from '../../lint/index.ts';

type Handler<M extends RuleMessages> = (instruction: Instruction, ctx: DockerfileContext<M>) => void;

/** Shows a handler every instruction of these keywords, also those that ONBUILD defers to a later build. */
export function onEach<M extends RuleMessages>(keywords: readonly Keyword[], handle: Handler<M>): Visitor<M> {
  const visitor: { [K in Keyword]?: Handler<M> } = {
    ONBUILD({ inner }, ctx) {
      if (inner?.keyword && keywords.includes(inner.keyword)) handle(inner, ctx);
    },
  };
  for (const keyword of keywords) visitor[keyword] = handle;
  return visitor;
}
