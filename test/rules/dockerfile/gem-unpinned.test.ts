import rule from '#core/rules/dockerfile/gem-unpinned.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) =>
  `\`${name}\` has no version: tomorrow the same build installs another one. Write \`${name}:…\`.`;

ruleTest(rule, {
  'each gem without a version is marked': {
    given: `
      FROM ruby:3.4
      RUN gem install --no-document bundler rake:13.3.0
                                    ^^^^^^^ ${says('bundler')}
      RUN gem i rails
                ^^^^^ ${says('rails')}
    `,
  },
  'every way to name a version': {
    given: `
      FROM ruby:3.4
      RUN gem install rails -v 8.1.1 && gem install rails -v8.1.1 && gem install -v '~> 8' rails
      RUN gem install rails --version 8.1.1 && gem install rails --version=8.1.1
      RUN gem install rails:8.1.1 "rake:$RAKE_VERSION"
    `,
  },
  'files, lists, values of options, and what is handed to the build': {
    given: `
      FROM ruby:3.4
      RUN gem install ./app.gem && gem install -g Gemfile && gem install --file Gemfile
      RUN gem install pg:1.6 -i /gems --source https://example.org -- --with-pg-config=/usr/bin/pg_config /x
      RUN gem update --system && gem list rails && bundle install && gem build app.gemspec
    `,
  },
  'across lines, in heredocs, behind ONBUILD and sudo': {
    given: `
      FROM ruby:3.4
      RUN make \\
        # the server
        && sudo gem install \\
          puma
          ^^^^ ${says('puma')}
      RUN <<EOF
      gem install puma
                  ^^^^ ${says('puma')}
      EOF
      ONBUILD RUN gem install puma
                              ^^^^ ${says('puma')}
    `,
  },
  'what a variable holds only a build knows': {
    given: `
      FROM ruby:3.4
      RUN gem install $GEMS
    `,
  },
  'hadolint reports it': {
    preset: 'hadolint',
    given: `
      FROM ruby:3.4
      RUN gem install $GEMS
                      ^^^^^ ${says('$GEMS')}
    `,
  },
  'a piece without FROM': {
    given: `
      RUN gem install puma
                      ^^^^ ${says('puma')}
    `,
  },
});
