import rule from '#core/rules/dockerfile/apt-lists-not-removed.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string) =>
  `The package lists that \`${command}\` fetches stay in this layer: remove /var/lib/apt/lists in the same RUN.`;

ruleTest(rule, {
  'one line': {
    given: `
      FROM debian:12
      RUN apt-get update && apt-get install -y curl
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
      CMD ["curl"]
    `,
    fixed: `
      FROM debian:12
      RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
      CMD ["curl"]
    `,
  },
  'several lines keep their shape': {
    given: `
      FROM debian:12
      RUN apt-get update \\
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
          # for the health check
          && apt-get install -y \\
            curl
    `,
    fixed: `
      FROM debian:12
      RUN apt-get update \\
          # for the health check
          && apt-get install -y \\
            curl \\
            && rm -rf /var/lib/apt/lists/*
    `,
  },
  'sudo stays sudo': {
    given: `
      FROM debian:12
      RUN sudo apt-get update && sudo apt-get install -y curl
               ^^^^^^^^^^^^^^ ${says('apt-get update')}
    `,
    fixed: `
      FROM debian:12
      RUN sudo apt-get update && sudo apt-get install -y curl && sudo rm -rf /var/lib/apt/lists/*
    `,
  },
  'the script of a heredoc gets one more line': {
    given: `
      FROM debian:12
      RUN <<EOF
        apt-get update
        ^^^^^^^^^^^^^^ ${says('apt-get update')}
        apt-get install -y curl
      EOF
      RUN true
    `,
    fixed: `
      FROM debian:12
      RUN <<EOF
        apt-get update
        apt-get install -y curl
        rm -rf /var/lib/apt/lists/*
      EOF
      RUN true
    `,
  },
  'every usual way to clean up counts': {
    given: `
      FROM debian:12
      RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
      RUN apt-get update; apt-get install -y curl; rm -rf /var/lib/apt/lists
      RUN apt-get update && apt-get install -y curl && rm -rf /tmp/* /var/lib/apt/lists/* /var/tmp/*
      RUN apt-get update && apt-get install -y curl && rm -r /var/lib/{apt,dpkg,cache}
      RUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -type f -delete
      RUN apt-get update && apt-get install -y curl && apt-get distclean
      RUN apt-get update && apt-get install -y curl && /usr/local/bin/docker-clean
    `,
  },
  'cleaning up before the lists are fetched does not count': {
    given: `
      FROM debian:12
      RUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y curl
                                         ^^^^^^^^^^^^^^ ${says('apt-get update')}
    `,
    fixed: `
      FROM debian:12
      RUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
    `,
  },
  'apt-get clean removes packages, not lists': {
    given: `
      FROM debian:12
      RUN apt-get update && apt-get install -y curl && apt-get clean
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
    `,
    fixed: `
      FROM debian:12
      RUN apt-get update && apt-get install -y curl && apt-get clean && rm -rf /var/lib/apt/lists/*
    `,
  },
  'only what is shipped matters': {
    given: `
      FROM debian:12 AS build
      RUN apt-get update && apt-get install -y gcc
      FROM debian:12-slim
      COPY --from=build /app /app
    `,
  },
  'the parents of what is shipped are shipped': {
    given: `
      FROM debian:12 AS base
      RUN apt update && apt install -y curl
          ^^^^^^^^^^ ${says('apt update')}
      FROM base
    `,
    fixed: `
      FROM debian:12 AS base
      RUN apt update && apt install -y curl && rm -rf /var/lib/apt/lists/*
      FROM base
    `,
  },
  'lists in a cache mount are not in the layer': {
    given: `
      FROM debian:12
      RUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt,sharing=locked \\
          apt-get update && apt-get install -y curl
      RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update && apt-get install -y git
    `,
  },
  'a cache of something else does not help': {
    given: `
      FROM debian:12
      RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl
                                                   ^^^^^^^^^^^^^^ ${says('apt-get update')}
    `,
    fixed: `
      FROM debian:12
      RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
    `,
  },
  'no fix where a later RUN lives on these lists': {
    given: `
      FROM debian:12
      RUN apt-get update
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
      RUN apt-get install -y curl
    `,
  },
  'no fix where the end of the line would swallow it': {
    given: `
      FROM debian:12
      RUN apt-get update && apt-get install -y curl # for later
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
      RUN apt-get update; apt-get install -y git;
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
    `,
  },
  'no fix where the new line would become the data of a command': {
    given: `
      FROM debian:12
      RUN <<EOF
      apt-get update
      ^^^^^^^^^^^^^^ ${says('apt-get update')}
      apt-get install -y curl
      cat <<END > /x
      END
      EOF
    `,
  },
  'lines of Windows keep their ends': {
    given: `FROM debian:12\r\nRUN apt-get update \\\r
    ^^^^^^^^^^^^^^ ${says('apt-get update')}\n && apt-get install -y curl\r\nUSER x\r\n`,
    fixed: `FROM debian:12\r\nRUN apt-get update \\\r\n && apt-get install -y curl \\\r\n && rm -rf /var/lib/apt/lists/*\r\nUSER x\r\n`,
  },
  'in a script for another shell': {
    given: `
      FROM debian:12
      RUN sh -c "apt-get update && apt-get install -y curl"
                 ^^^^^^^^^^^^^^ The package lists that \`apt-get update\` fetches stay in this layer: remove /var/lib/apt/lists in the same RUN.
      RUN bash -c "apt-get update && apt-get install -y curl && apt-get dist-clean"
      RUN ["/bin/sh", "-c", "apt-get update && rm -rf /var/lib/apt/lists/*"]
    `,
  },
  'a piece of a file': {
    given: `
      RUN apt-get update && apt-get install -y curl
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
    `,
    fixed: `
      RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
    `,
  },
  'for hadolint any rm -rf cleans up, stages that others are built upon count, and mounts go in pairs': {
    preset: 'hadolint',
    given: `
      FROM debian:12 AS base
      RUN apt-get update
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
      FROM base AS build
      RUN apt-get update
      FROM debian:12
      RUN apt-get update
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
      FROM debian:12
      RUN rm -rf /tmp/x && apt-get update
      RUN apt update && sudo apt-get update && sh -c "apt-get update"
      RUN apt-get update && apt-get distclean
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
      RUN --mount=type=cache,target=/var/lib/apt apt-get update
                                                 ^^^^^^^^^^^^^^ ${says('apt-get update')}
      RUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt apt-get update
    `,
  },
});
