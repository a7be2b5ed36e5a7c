import rule from '#core/rules/dockerfile/apt-unauthenticated.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (option: string) => `\`${option}\` lets apt install packages that nobody signed.`;
const trusts = (address: string) => `\`trusted=yes\` lets apt install from ${address} what nobody signed.`;

ruleTest(rule, {
  'options of apt': {
    given: `
      FROM debian:12
      RUN apt-get install -y --allow-unauthenticated tool
                             ^^^^^^^^^^^^^^^^^^^^^^^ ${says('--allow-unauthenticated')}
      RUN sudo apt install --force-yes tool
                           ^^^^^^^^^^^ ${says('--force-yes')}
      RUN apt-get -o APT::Get::AllowUnauthenticated=true install tool
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('APT::Get::AllowUnauthenticated=true')}
      RUN apt-get update --allow-insecure-repositories
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('--allow-insecure-repositories')}
    `,
  },
  'a source that is trusted as it is': {
    given: `
      FROM debian:12
      RUN echo "deb [arch=amd64 trusted=yes] https://example.org/apt stable main" > /etc/apt/sources.list.d/x.list
                                ^^^^^^^^^^^ ${trusts('https://example.org/apt')}
      COPY <<EOF /etc/apt/sources.list.d/y.list
      # deb [trusted=yes] https://example.org/old stable main
      deb [trusted=yes] http://example.org/apt stable main
           ^^^^^^^^^^^ ${trusts('http://example.org/apt')}
      EOF
    `,
  },
  'settings in a file': {
    given: `
      FROM debian:12
      RUN echo 'Acquire::AllowInsecureRepositories "true";' > /etc/apt/apt.conf.d/99x
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('Acquire::AllowInsecureRepositories')}
    `,
  },
  'continuations, ONBUILD, heredocs and other shells': {
    given: `
      FROM debian:12
      RUN apt-get install -y \\
          # a comment
          --allow-unauthenticated \\
          ^^^^^^^^^^^^^^^^^^^^^^^ ${says('--allow-unauthenticated')}
          tool
      ONBUILD RUN apt-get install --force-yes tool
                                  ^^^^^^^^^^^ ${says('--force-yes')}
      RUN <<EOF
      apt-get install --force-yes tool
                      ^^^^^^^^^^^ ${says('--force-yes')}
      EOF
      RUN bash -c "apt-get install --force-yes tool"
                                   ^^^^^^^^^^^ ${says('--force-yes')}
    `,
  },
  'what switches it off again, sources in the image, keys, and other programs': {
    given: `
      FROM debian:12
      RUN apt-get install -y --allow-unauthenticated=false tool
      RUN apt-get install -y --allow-downgrades --no-install-recommends tool
      RUN echo "deb [trusted=yes] file:/packages ./" > /etc/apt/sources.list.d/local.list
      RUN echo "deb [signed-by=/k.asc] https://example.org/apt stable main" > /etc/apt/sources.list.d/x.list
      RUN echo --allow-unauthenticated && tool --force-yes
      RUN echo 'Acquire::AllowInsecureRepositories "false";' > /etc/apt/apt.conf.d/99x
      # RUN apt-get install --force-yes tool
    `,
  },
  'a piece of a file': {
    given: `
      RUN apt-get install --force-yes tool
                          ^^^^^^^^^^^ ${says('--force-yes')}
    `,
  },
});
