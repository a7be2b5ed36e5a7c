import type { ImagePattern } from './images.data.ts';

/** Programs that finish what they are doing on another signal than TERM, by the image that holds them. */
export const gracefulSignals: readonly (ImagePattern & { readonly program: string; readonly signal: string })[] = [
  { name: /^(nginx|nginxinc\/nginx-unprivileged|openresty\/openresty)$/, program: 'nginx', signal: 'SIGQUIT' },
  { name: /^php$/, tag: /fpm/, program: 'php-fpm', signal: 'SIGQUIT' },
  { name: /^php$/, tag: /apache/, program: 'httpd', signal: 'SIGWINCH' },
  { name: /^httpd$/, program: 'httpd', signal: 'SIGWINCH' },
  {
    name: /^(postgres|postgis\/postgis|timescale\/timescaledb|pgvector\/pgvector)$/,
    program: 'PostgreSQL',
    signal: 'SIGINT',
  },
];

/** The signals that people write as numbers. */
export const signalNumbers: Readonly<Record<string, string>> = {
  1: 'HUP',
  2: 'INT',
  3: 'QUIT',
  6: 'ABRT',
  9: 'KILL',
  10: 'USR1',
  12: 'USR2',
  15: 'TERM',
  19: 'STOP',
  28: 'WINCH',
  37: 'RTMIN+3',
};
