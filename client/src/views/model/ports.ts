import type { PublishedPort } from '#core';

/** Published ports on one line: `8080→80`, `127.0.0.1:53→53/udp`. The same port on IPv4 and IPv6 is said once. */
export function formatPorts(ports: readonly PublishedPort[]): string {
  const published = ports.filter(({ hostPort }) => hostPort !== null);
  const lines = published
    .sort((a, b) => (a.hostPort ?? 0) - (b.hostPort ?? 0) || a.containerPort - b.containerPort)
    .map(({ hostIp, hostPort, containerPort, protocol }) => {
      const everywhere = hostIp === '' || hostIp === '0.0.0.0' || hostIp === '::';
      const address = everywhere ? '' : `${hostIp.includes(':') ? `[${hostIp}]` : hostIp}:`;
      return `${address}${hostPort}→${containerPort}${protocol === 'tcp' ? '' : `/${protocol}`}`;
    });
  return [...new Set(lines)].join(', ');
}
