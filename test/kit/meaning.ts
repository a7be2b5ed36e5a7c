import { parseDockerfile, type Instruction, type ShellScript } from '#core';

/**
 * What a builder takes from a Dockerfile, without places: two texts of the same meaning give equal values. The case of
 * keywords and of AS means nothing.
 */
export function meaningOf(text: string): unknown {
  const { escape, directives, instructions, problems } = parseDockerfile(text);
  return {
    escape,
    directives: directives.map(({ name, value }) => [name, value]),
    instructions: instructions.map(instructionMeaning),
    problems: problems.map(({ code, message }) => [code, JSON.stringify(message).toLowerCase()]),
  };
}

export function instructionMeaning(instruction: Instruction): unknown {
  const { keyword, keywordText, flags, args, json, assignments, heredocs, stage, inner } = instruction;
  return {
    keyword: keyword ?? keywordText,
    flags: flags.map(({ name, value }) => [name, value]),
    args: args.map(({ value }, index) => (keyword === 'FROM' && index === 1 ? value.toUpperCase() : value)),
    // The keyword behind ONBUILD and HEALTHCHECK is the first of their words.
    ...(inner ? { args: args.slice(1).map(({ value }) => value) } : {}),
    json: json && json.map(({ value }) => value),
    assignments: assignments.map(({ name, value }) => [name.value, value && value.value]),
    heredocs: heredocs.map(({ nameSpan: _place, bodySpan: _body, ...heredoc }) => heredoc),
    stage,
    inner: inner && instructionMeaning(inner),
    script: scriptMeaning(instruction.script()),
  };
}

function scriptMeaning(script: ShellScript | null): unknown {
  return (
    script && {
      complete: script.complete,
      commands: script.commands.map(({ name, args, assignments, after, pipelinePosition }) => ({
        name: name?.value,
        args: args.map(({ value }) => value),
        assignments: assignments.map(({ value }) => value),
        after,
        pipelinePosition,
      })),
    }
  );
}
