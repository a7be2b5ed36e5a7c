import type { DockerfileContext, PlacedCall, RuleMessages, Visitor } from '../../lint/index.ts';

/** Shows a handler every call of these programs in a RUN, also one behind `sudo`, `env`, ONBUILD or inside `sh -c "…"`. */
export function onCalls<M extends RuleMessages>(
  programs: readonly string[],
  handle: (call: PlacedCall, ctx: DockerfileContext<M>) => void,
): Visitor<M> {
  return {
    dockerfile(_file, ctx) {
      for (const call of ctx.calls.of(...programs)) handle(call, ctx);
    },
  };
}
