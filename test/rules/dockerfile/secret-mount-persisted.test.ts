import rule from '#core/rules/dockerfile/secret-mount-persisted.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const written = (id: string) =>
  `This writes the secret \`${id}\` into the layer, and everybody who has the image can read it there.`;
const configured = (program: string, id: string) =>
  `\`${program}\` keeps the secret \`${id}\` in a file of the layer: give it to the one command that needs it.`;

ruleTest(rule, {
  'copied, put out and piped': {
    given: `
      FROM node:22
      RUN --mount=type=secret,id=key cp /run/secrets/key /root/key
                                                         ^^^^^^^^^ ${written('key')}
      RUN --mount=type=secret,id=key cat /run/secrets/key > /root/key
                                                          ^^^^^^^^^^^ ${written('key')}
      RUN --mount=type=secret,id=key base64 -d /run/secrets/key | tee -a /root/key
                                                                         ^^^^^^^^^ ${written('key')}
    `,
  },
  'by its variable, by its own place, and inside a text': {
    given: `
      FROM node:22
      RUN --mount=type=secret,id=t,env=TOKEN echo "token=$TOKEN" >> ~/.npmrc
                                                                 ^^^^^^^^^^^ ${written('t')}
      RUN --mount=type=secret,id=t,target=/t printf "%s" "$(cat /t)" >"$HOME/.npmrc" 2>/dev/null
                                                                     ^^^^^^^^^^^^^^^ ${written('t')}
    `,
  },
  'removed in the same RUN, or written where nothing stays': {
    given: `
      FROM node:22
      RUN --mount=type=secret,id=key cp /run/secrets/key /root/key && npm ci && rm -f /root/key
      RUN --mount=type=secret,id=key trap 'rm -rf /root/a' EXIT && cat /run/secrets/key > /root/a/key
      RUN --mount=type=secret,id=key --mount=type=tmpfs,target=/tmp cat /run/secrets/key > /tmp/key
      RUN --mount=type=secret,id=key cat /run/secrets/key > /dev/null
    `,
  },
  'read by the program that needs it': {
    given: `
      FROM node:22
      RUN --mount=type=secret,id=t,env=TOKEN curl -H "Authorization: $TOKEN" https://a.example > /a.json
      RUN --mount=type=secret,id=key . /run/secrets/key && make > /log
      RUN --mount=type=secret,id=t,env=TOKEN echo "$TOKENS" > /a && echo ok > /b && cat /run/secrets/t > /c
      RUN cat /run/secrets/key > /root/key
      RUN --mount=type=secret,id=key test -s /run/secrets/key && echo "a > b"
    `,
  },
  'programs that keep it in a file of their own': {
    given: `
      FROM node:22
      RUN --mount=type=secret,id=t,env=TOKEN npm config set //r.example/:_authToken=$TOKEN && npm ci
                                             ^^^ ${configured('npm', 't')}
      RUN --mount=type=secret,id=t,env=TOKEN npm config set //r.example/:_authToken=$TOKEN && npm ci && rm ~/.npmrc
      RUN --mount=type=secret,id=t,env=TOKEN npm config set a=$TOKEN && npm ci && npm config delete a
    `,
  },
  'in heredocs, behind ONBUILD, in a piece without FROM': {
    given: `
      RUN --mount=type=secret,id=key <<EOF
      cat /run/secrets/key > /key
                           ^^^^^^ ${written('key')}
      EOF
      ONBUILD RUN --mount=type=secret,id=key \\
          install -m 600 /run/secrets/key /key
                                          ^^^^ ${written('key')}
    `,
  },
});
