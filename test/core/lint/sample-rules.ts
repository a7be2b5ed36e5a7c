import { defineRule, type Rule } from '#core';

const words = { title: 'Do it well', why: 'Because.', source: 'https://example.org', bad: '', good: '' };

/** Three small rules of our own, so that these tests do not change with the real ones. */
export const addRule: Rule = defineRule({
  ...words,
  id: 'dockerfile/no-add',
  kind: 'practice',
  severity: 'warning',
  refs: {
    cis: ['4.9'],
    hadolint: ['DL3020'],
    trivy: ['DS-0005'],
    kics: ['add_instead_of_copy'],
    checkov: ['CKV_DOCKER_4'],
  },
  messages: { use: 'Use COPY for `{source}`', replace: 'Replace ADD with COPY' },
  on: {
    ADD(add, ctx) {
      const edits = [{ span: add.keywordSpan, newText: 'COPY' }];
      const source = add.args[0]?.value ?? '';
      ctx.report({ at: add.keywordSpan, message: 'use', data: { source }, fix: { title: 'replace', edits } });
    },
  },
});

export const rootRule: Rule = defineRule({
  ...words,
  id: 'dockerfile/no-root',
  kind: 'security',
  severity: 'error',
  refs: { cis: ['4.1'], bench134: ['4.1'], hadolint: ['DL3002'], buildkit: ['NoRoot'] },
  messages: { root: 'The user is root' },
  on: {
    USER(user, ctx) {
      if (user.args[0]?.value === 'root') ctx.report({ at: user.argsSpan, message: 'root' });
    },
  },
});

export const loudRule: Rule = defineRule({
  ...words,
  id: 'compose/no-privileged',
  kind: 'security',
  severity: 'off',
  strict: 'info',
  refs: { cis: ['5.5'], bench134: ['5.4'], dclint: ['no-privileged'], kics: ['privileged_containers_enabled'] },
  messages: { privileged: 'Service `{name}` runs privileged' },
  on: {
    service(service, ctx) {
      const entry = service.find('privileged');
      if (entry) ctx.report({ at: entry.keySpan, message: 'privileged', data: { name: service.name } });
    },
  },
});

export const sampleRules: readonly Rule[] = [addRule, rootRule, loudRule];
