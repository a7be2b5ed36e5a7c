/** Tiny grammars in the place of those that VS Code brings: a few scopes each, and rules that stay open as theirs do. */
const command = {
  begin: '[ \\t]*(?![ \\t|&;<>(){}\\n])([\\w./-]+)',
  beginCaptures: { 1: { name: 'entity.name.command.shell' } },
  end: '(?=[;|&\\n)])(?<!\\\\)',
  name: 'meta.statement.shell',
  patterns: [{ include: '#words' }],
};

export const standIns: Readonly<Record<string, object>> = {
  'source.shell': {
    patterns: [
      { name: 'comment.line.shell', match: '(?:^|(?<=\\s))#.*$' },
      { name: 'keyword.operator.shell', match: '&&|\\|\\||[|;<>]' },
      { ...command, begin: `(?:^|(?<=[;|&]))${command.begin}` },
      { include: '#words' },
    ],
    repository: {
      command_statement: command,
      words: {
        patterns: [
          { name: 'string.quoted.double.shell', begin: '"', end: '"', patterns: [{ include: '#variable' }] },
          { name: 'string.quoted.single.shell', begin: "'", end: "'" },
          { include: '#variable' },
        ],
      },
      variable: { name: 'variable.other.shell', match: '\\$\\w+' },
    },
  },
  'source.python': {
    patterns: [
      { name: 'keyword.python', match: '\\b(import|def)\\b' },
      { name: 'string.python', begin: '"""', end: '"""' },
    ],
  },
  'source.json': { patterns: [{ name: 'string.json', begin: '"', end: '"' }] },
  'source.yaml': {
    patterns: [
      { name: 'comment.line.yaml', match: '#.*$' },
      { match: '^[ -]*([\\w-]+)(:)', captures: { 1: { name: 'entity.name.tag.yaml' } } },
      { name: 'string.quoted.yaml', begin: '"', end: '"' },
      { name: 'string.unquoted.yaml', begin: '(?<=: )(?=[^\\s"#])', end: '(?=\\s#|$)' },
    ],
  },
};
