/** Documents of a given length, the same at every run: what a long real file repeats, with its mistakes. */
export function longDockerfile(lines: number): string {
  const stage = (index: number) => [
    `FROM debian:13 AS stage${index}`,
    'ARG VERSION=1.2.3',
    'ENV PATH=/opt/bin:$PATH HOME=/srv',
    'RUN apt-get update \\',
    '    && apt-get install curl \\',
    `    && curl -fsSL https://example.com/$VERSION/install.sh | sh`,
    'COPY --chown=1000:1000 . /srv',
    'WORKDIR /srv',
    'USER 1000:1000',
    'CMD ["node", "server.js"]',
  ];
  return fill(lines, stage);
}

export function longCompose(lines: number): string {
  const service = (index: number) => [
    `  service${index}:`,
    '    image: nginx:latest',
    '    privileged: true',
    '    ports:',
    `      - "${8000 + (index % 1000)}:80"`,
    '    environment:',
    '      PASSWORD: hunter2',
    '      LEVEL: ${LEVEL:-info}',
    '    volumes:',
    '      - /var/run/docker.sock:/var/run/docker.sock',
  ];
  return `services:\n${fill(lines - 1, service)}`;
}

function fill(lines: number, block: (index: number) => readonly string[]): string {
  const out: string[] = [];
  for (let index = 0; out.length < lines; index++) out.push(...block(index));
  return `${out.slice(0, lines - (lines % 10)).join('\n')}\n`;
}
