import { message, presets, reportFormats, type Message } from '#core';

type Lines = readonly (readonly [syntax: string, meaning: Message])[];

interface Topic {
  readonly usage: string;
  readonly about: Message;
  readonly options: Lines;
}

const common: Lines = [
  ['--locale en|fr', message('Language of everything said; otherwise that of the environment')],
  ['--no-color', message('No colours')],
];

const topics: Readonly<Record<string, Topic>> = {
  lint: {
    usage: 'drydock lint [PATH...]',
    about: message('Looks at Dockerfiles, Compose files and .dockerignore; folders are searched for them.'),
    options: [
      ['--format FORMAT', message('One of {formats}', { formats: reportFormats.join(', ') })],
      ['--preset PRESET', message('One of {presets}', { presets: presets.join(', ') })],
      ['--rule ID=LEVEL', message("A rule's level: error, warning, info, hint or off; may be given several times")],
      ['--config FILE', message('This configuration instead of the drydock.yaml above each file')],
      ['--fail-on LEVEL', message('Exit with 1 from this level on: error (default), warning, info, hint or never')],
      ['--fix', message('Correct what can be corrected without changing what a file does')],
      ['--fix-unsafe', message('Also apply corrections that change what a file does')],
      ['- --stdin-filename NAME', message('Look at standard input as if it were this file')],
    ],
  },
  rules: {
    usage: 'drydock rules',
    about: message('Lists every rule with its level and its ids in other tools.'),
    options: [
      ['--format text|json', message('How the list is written')],
      ['--preset PRESET', message('One of {presets}', { presets: presets.join(', ') })],
    ],
  },
  lsp: {
    usage: 'drydock lsp --stdio',
    about: message('Starts the language server, for any editor.'),
    options: [],
  },
  init: {
    usage: 'drydock init [PATH]',
    about: message('Writes a Dockerfile, .dockerignore and compose.yaml for an app.'),
    options: [
      ['--yes', message('Write without asking')],
      ['--dry-run', message('Show the files and write nothing')],
      ['--format json', message('Tell the plan as JSON')],
    ],
  },
};

/** Help on one command, or the list of all. */
export function renderHelp(name: string | undefined, translate: (sentence: Message) => string): string {
  const topic = name !== undefined && Object.hasOwn(topics, name) ? topics[name] : undefined;
  if (!topic) return renderOverview(translate);
  return [
    topic.usage,
    '',
    translate(topic.about),
    '',
    ...renderLines([...topic.options, ...common], translate),
    '',
    translate(message('Exit: 0 nothing at or above the threshold, 1 findings, 2 not everything could be looked at.')),
    '',
  ].join('\n');
}

function renderOverview(translate: (sentence: Message) => string): string {
  const list = Object.values(topics).map(({ usage, about }) => [usage, about] as const);
  const more: Lines = [
    ['drydock help COMMAND', message('Tells more of one command.')],
    ['drydock --version', message('Tells the version.')],
  ];
  return ['Drydock', '', ...renderLines([...list, ...more], translate), ''].join('\n');
}

function renderLines(lines: Lines, translate: (sentence: Message) => string): string[] {
  const width = Math.max(...lines.map(([syntax]) => syntax.length));
  return lines.map(([syntax, meaning]) => `  ${syntax.padEnd(width)}  ${translate(meaning)}`);
}
