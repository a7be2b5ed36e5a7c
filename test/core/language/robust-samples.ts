import type { Language } from '#core';

/** Texts with something of everything in them, for every feature to be asked at every place. */
export const samples: Readonly<Record<Language, string>> = {
  dockerfile: `# syntax=docker/dockerfile:1
# check=skip=all
ARG TAG=3.23
FROM --platform=$BUILDPLATFORM alpine:\${TAG} AS build
ENV A=1 B="two \${A:-x}"
# drydock ignore=dockerfile/add-instead-of-copy reason=why
ADD --chown=1:1 a b /c/
RUN --mount=type=cache,target=/x,sharing=locked apt-get update && \\
    # words
    apt-get install curl
RUN <<END
echo $A
END
HEALTHCHECK --interval=5s CMD curl -f http://localhost
RUN --mount=type=secret,id=x,mode=0400,required --network=none groupadd -g 7 web && useradd app
COPY --chmod=0755 --chown=app:web <<-'EOT' <<MORE \${A#o} /e/
	kept $A
	EOT
filled \${B%x}
MORE
EXPOSE 53/udp $A \${A:-80}
STOPSIGNAL SIGQUIT
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
WORKDIR /srv/\${A:+x}
FROM scratch
COPY --from=build /c /d
LABEL org.opencontainers.image.title="x"
ONBUILD USER root
RUN --mount=type=bind,from=build,target=/y <<-"ONE" cat <<TWO > /z
	$A
	ONE
it's \${A:-'x'}
TWO
USER 7:web
VOLUME ["/data"]
ENTRYPOINT ["a"]
CMD b $A
ONBUILD CMD ["sh", "-c", "echo $A"]
`,
  compose: `version: "3"
x-base: &base
  restart: "no"
services:
  web:
    <<: *base
    image: a:\${TAG:-1}
    build: { context: ., args: [A=1, B] }
    # drydock ignore=compose/privileged-container reason=why
    privileged: true
    depends_on: [db]
    network_mode: service:db
    volumes:
      - data:/x
      - type: bind
        source: /var/run/docker.sock
        target: /s
    command: >-
      a b
      c
  db:
    image: postgres
volumes:
  data:
`,
  dockerignore: `# made by hand
# drydock ignore=dockerignore/duplicate-pattern reason=why
*
!src/**/*.[jt]s
/docs/ # words

  [a-
src\\b
../x
!
`,
};
