import { problemTest } from './problem-drawing.ts';

problemTest({
  'bad escape': `
    services:
      a:
        image: "a\\q"
                 ^ \`\\q\` is no escape that YAML knows. Use single quotes, or write \`\\\\\`.
  `,
  'bad indentation': `
    services:
      a:
        image: a:1
       tty: true
       ^^^^^^^^^ This line is indented differently from its neighbours.
  `,
  'boolean as key': `
    services:
      a:
        image: a:1
        labels:
          true: x
          ^^^^ Compose takes only text as a key. Put \`true\` in quotes.
  `,
  'duplicate key': `
    services:
      a:
        image: a:1
        image: a:2
        ^^^^^ \`image\` is already set in this mapping.
  `,
  'duplicate service': `
    services:
      a:
        image: a:1
      a:
      ^ \`a\` is already set in this mapping.
        image: a:2
  `,
  'empty second document': `
    services:
      a:
        image: a:1
    ---
       ^ A Compose file is a mapping: it starts with a key such as \`services:\`.
  `,
  'half typed key': `
    services:
      a:
        image: a:1
        ports
        ^^^^^ This key has no \`:\` behind it, so YAML reads it together with the next line.
        tty: true
  `,
  'interpolation empty': `
    services:
      a:
        image: a:\${}
                 ^^^ \`\${}\` is no variable that Compose could fill in. Write \`$$\` for a plain dollar sign.
  `,
  'interpolation operator': `
    services:
      a:
        image: a:\${TAG:x}
                 ^^^^^^^^ \`\${TAG:x}\` is no variable that Compose could fill in. Write \`$$\` for a plain dollar sign.
  `,
  'interpolation unclosed': `
    services:
      a:
        image: a:\${TAG
                 ^^^^^ \`\${TAG\` is no variable that Compose could fill in. Write \`$$\` for a plain dollar sign.
  `,
  'merge of a number': `
    services:
      a:
        <<: 1
            ^ \`<<\` takes the name of a mapping (\`*name\`), or a list of such names.
        image: a:1
  `,
  'number as key': `
    services:
      a:
        image: a:1
        environment:
          1: x
          ^ Compose takes only text as a key. Put \`1\` in quotes.
  `,
  'recursive alias': `
    services:
      a: &a
        image: a:1
        labels: *a
                ^^ \`*a\` stands inside the value that \`&a\` names, so it would contain itself.
  `,
  'repeated merge key': `
    x-a: &a { tty: true }
    x-b: &b { init: true }
    services:
      a:
        <<: *a
        <<: *b
        ^^ \`<<\` stands twice here; give it one list instead: \`<<: [*a, *b]\`.
        image: a:1
  `,
  'second value on a line': `
    services:
      a: image: a:1
         ^ There is a second \`key: value\` on this line, or the line below is indented too far.
  `,
  'top level list': `
    - services
    ^^^^^^^^^^ A Compose file is a mapping: it starts with a key such as \`services:\`.
  `,
  'top level text': `
    services
    ^^^^^^^^ A Compose file is a mapping: it starts with a key such as \`services:\`.
  `,
  'ulimit half': `
    services:
      a:
        image: a:1
        ulimits:
          nofile:
            soft: 1024
            ^^^^ \`hard\` is missing here; Compose requires it.
  `,
  'unclosed bracket': `
    services:
      a:
        image: a:1
        ports: [80, 81
        tty: true
        ^ A bracket opened above is not closed before this line.
  `,
  'unclosed quote': `
    services:
      a:
        image: "a:1
               ^^^^ This quote is never closed.
        tty: true
  `,
  'unknown alias': `
    services:
      a:
        image: *nowhere
               ^^^^^^^^ Nothing before this place is named \`&nowhere\`.
  `,
  'unknown top level key': `
    service:
    ^^^^^^^ Compose knows no \`service\` here. Did you mean \`services\`?
      a:
        image: a:1
  `,
  'value begins with at': `
    services:
      a:
        image: @a
               ^ A value cannot begin with \`@\`. Put it in quotes.
  `,
});
