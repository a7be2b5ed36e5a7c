import rule from '#core/rules/dockerfile/dockerfile-formatting.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const trailing = 'Blanks stand at the end of this line.';
const lines = 'One blank line is enough here.';
const mixed = 'This line is indented otherwise than the first one of its instruction.';
const end = 'The last line has no end.';

ruleTest(rule, {
  'blanks at the end of lines': {
    given: [
      'FROM alpine:3.23  ',
      `                ^^ ${trailing}`,
      '# comment\t',
      `         ^ ${trailing}`,
      'RUN true \\ ',
      `          ^ ${trailing}`,
      '  && true',
      '',
    ].join('\n'),
    fixed: ['FROM alpine:3.23', '# comment', 'RUN true \\', '  && true', ''].join('\n'),
  },
  'heredocs are left alone': {
    given: ['FROM alpine:3.23', 'COPY <<EOF /a', 'text  ', '', '', '\tb', 'EOF', ''].join('\n'),
  },
  'several blank lines': {
    given: ['FROM alpine:3.23', '', '', `^ ${lines}`, '  ', 'RUN true', '', 'USER 1000', ''].join('\n'),
    fixed: ['FROM alpine:3.23', '', 'RUN true', '', 'USER 1000', ''].join('\n'),
  },
  'tabs where the first line has blanks, and the other way round': {
    given: [
      'RUN true \\',
      '    && a \\',
      '\t&& b \\',
      `^ ${mixed}`,
      "    && echo 'x \\",
      "\ty'",
      'RUN true \\',
      '\t&& a \\',
      '    && b',
      `^^^^ ${mixed}`,
      '',
    ].join('\n'),
    fixed: [
      'RUN true \\',
      '    && a \\',
      '    && b \\',
      "    && echo 'x \\",
      "\ty'",
      'RUN true \\',
      '\t&& a \\',
      '\t&& b',
      '',
    ].join('\n'),
  },
  'the last line has an end': {
    given: ['FROM alpine:3.23', 'RUN true', `       ^ ${end}`].join('\n'),
    fixed: 'FROM alpine:3.23\nRUN true\n',
  },
  'a heredoc that is still open, and a file of one line that is tidy': {
    given: ['FROM alpine:3.23', 'RUN <<EOF', 'true'].join('\n'),
  },
});
