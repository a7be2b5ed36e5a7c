import type { Reading } from './spec-shapes.ts';

/** True when Compose can convert the text; see `Reading` for what each one means. */
export function canRead(reading: Reading, text: string): boolean {
  switch (reading) {
    case 'boolean':
      return /^(true|false|y|yes|on|n|no|off)$/i.test(text);
    case 'integer':
      return /^[-+]?\d+$/.test(text);
    case 'natural':
      return /^\d+$/.test(text);
    case 'number':
      return /^[-+]?(\d[\d_]*\.?\d*|\.\d+)(e[-+]?\d+)?$|^[-+]?(inf|infinity|nan)$/i.test(text);
    case 'size':
      return /^\d+(\.\d+)? ?([kmgtp]?i?b?)$/i.test(text);
    case 'duration':
      return text === '0' || /^[-+]?((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h|d|w))+$/.test(text);
    case 'command':
      return isCommandLine(text);
  }
}

/** An example of what would be read, to show in a message. */
export function exampleOf(reading: Reading): string {
  const examples = {
    boolean: 'true',
    integer: '10',
    natural: '10',
    number: '0.5',
    size: '512m',
    duration: '1m30s',
    command: 'sh -c "…"',
  };
  return examples[reading];
}

interface Words {
  quote: string | null;
  escaped: boolean;
}

/** Whether quotes are closed; a `;`, `&`, `|`, `<` or `>` outside of quotes ends the reading, as it does in Compose. */
function isCommandLine(text: string): boolean {
  const state: Words = { quote: null, escaped: false };
  for (const character of text) {
    const step = readCharacter(character, state);
    if (step !== 'on') return step === 'end';
  }
  return state.quote === null && !state.escaped;
}

function readCharacter(character: string, state: Words): 'on' | 'end' | 'bad' {
  if (state.escaped) {
    state.escaped = false;
  } else if (character === '\\') {
    state.escaped = state.quote !== "'";
  } else if (state.quote !== null) {
    if (character === state.quote) state.quote = null;
  } else if (/["'`]/.test(character)) {
    state.quote = character;
  } else if (character === '(') {
    return 'bad';
  } else if (/[;&|<>]/.test(character)) {
    return 'end';
  }
  return 'on';
}
