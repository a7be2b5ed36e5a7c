import { EngineWatch } from '#engine';

/** Run by root as a process of its own: becomes a user without any rights, and says what the watch sees of the engine. */
await import('dockerode');
process.setgroups?.([]);
process.setgid?.(65_534);
process.setuid?.(65_534);

const watch = new EngineWatch({ host: process.argv[2] ?? '', source: 'setting', context: null });
watch.onDidChange((state) => console.log(state.kind, state.kind === 'failed' ? `${state.error} ${state.detail}` : ''));
watch.start();
