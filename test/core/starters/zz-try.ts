import { planTree, formatMessage } from '#core';
import { sampleNames, sampleTree } from './tree.ts';
const only = process.argv.slice(2);
for (const name of sampleNames) {
  if (only.length && !only.includes(name)) continue;
  const { facts, plan } = await planTree(sampleTree(name), {});
  console.log('=====', name);
  for (const a of facts.apps) {
    const { evidence, ...rest } = a;
    console.log(JSON.stringify(rest));
    if (only.length)
      for (const e of evidence)
        console.log('   ', e.fact, `${e.path}:${e.line}`, e.confidence, formatMessage(e.message));
  }
  for (const s of facts.services)
    console.log(s.id, s.need, s.apps.join(), s.evidence.map((e) => `${e.path}:${e.line}`).join(' '));
  for (const r of facts.refusals) console.log('REFUSED', r.path, formatMessage(r.reason));
  for (const n of plan.notes) console.log('NOTE', formatMessage(n));
  for (const q of plan.questions) console.log('ASK', q.id, q.default);
  if (only.length) for (const f of plan.files) console.log('-----', f.path, f.action, '\n' + f.content);
}
