import rule from '#core/rules/dockerignore/secrets-not-ignored.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const files = { '.env': '', 'api/.env.local': '', id_rsa: '', '.git/HEAD': '', '.env.example': '', 'src/a.js': '' };

ruleTest(rule, {
  'what is there and sent is named, and excluded on request': {
    files,
    given: `
      # what stays out
      ^^^^^^^^^^^^^^^^ Nothing here excludes \`.git\`, \`id_rsa\`.
      **/.env*
    `,
    fixed: `
      # what stays out
      **/.env*
      .git
      id_rsa
    `,
  },
  'what is taken back again is sent': {
    files,
    given: `
      *
      ^ Nothing here excludes \`.env\`.
      !.env
    `,
    fixed: `
      *
      !.env
      .env
    `,
  },
  'nothing to say where all is excluded': {
    files,
    given: `
      .git
      **/.env
      **/.env.local
      id_rsa
    `,
  },
  'nor without the files': {
    given: `
      a
    `,
  },
});
