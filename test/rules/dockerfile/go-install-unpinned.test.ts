import rule from '#core/rules/dockerfile/go-install-unpinned.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) =>
  `\`${name}\` has no version: tomorrow the same build installs another one. Write \`${name}@v…\`.`;
const latest = '`@latest` is another version tomorrow: name one.';

ruleTest(rule, {
  'without a version, or with latest': {
    given: `
      FROM golang:1.25
      RUN go install golang.org/x/tools/cmd/stringer
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('golang.org/x/tools/cmd/stringer')}
      RUN go install example.org/a@v1.2.3 example.org/b@latest
                                          ^^^^^^^^^^^^^^^^^^^^ ${latest}
      RUN go get -u example.org/a
                    ^^^^^^^^^^^^^ ${says('example.org/a')}
    `,
  },
  'options with values, and what is for the program itself': {
    given: `
      FROM golang:1.25
      RUN go install -ldflags "-s -w" -tags a,b -v example.org/a@v1
      RUN CGO_ENABLED=0 go run -mod=mod example.org/a@v1 example.org/b
      RUN go run example.org/a example.org/b
                 ^^^^^^^^^^^^^ ${says('example.org/a')}
    `,
  },
  'packages of the project and of Go itself': {
    given: `
      FROM golang:1.25
      RUN go install . && go install ./... && go install ./cmd/app && go run main.go && go install cmd/vet
      RUN go build example.org/a && go mod download example.org/a && go version
    `,
  },
  'with the sources at hand, go.mod may say which one is meant': {
    given: `
      FROM golang:1.25
      COPY --from=tools /a /b
      RUN go install example.org/a
                     ^^^^^^^^^^^^^ ${says('example.org/a')}
      COPY . .
      RUN go install example.org/a && go install example.org/b@latest
                                                 ^^^^^^^^^^^^^^^^^^^^ ${latest}
      FROM golang:1.25
      RUN go install example.org/a
                     ^^^^^^^^^^^^^ ${says('example.org/a')}
    `,
  },
  'across lines, in heredocs, behind ONBUILD': {
    given: `
      FROM golang:1.25
      RUN make \\
        # a tool
        && go install \\
          example.org/a@latest
          ^^^^^^^^^^^^^^^^^^^^ ${latest}
      RUN <<EOF
      go install example.org/a@latest
                 ^^^^^^^^^^^^^^^^^^^^ ${latest}
      EOF
      ONBUILD RUN go install example.org/a@$VERSION example.org/b@main
    `,
  },
  'hadolint reports it with the sources at hand too': {
    preset: 'hadolint',
    given: `
      COPY . .
      RUN go install example.org/a
                     ^^^^^^^^^^^^^ ${says('example.org/a')}
    `,
  },
});
