import rule from '#core/rules/dockerfile/dockerfile-language-specific.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const composer = 'Composer installs the packages for development as well: add `--no-dev`.';
const bundler =
  'Bundler installs the gems for development and tests as well: set BUNDLE_WITHOUT, and BUNDLE_DEPLOYMENT.';
const xdebug = 'Xdebug slows every request down and lets debuggers in: keep it in a stage for development.';
const inspector = 'This starts with a debugger open: whoever reaches its port can run anything.';
const powershell = "PowerShell goes on after most errors: put `$ErrorActionPreference = 'Stop';` into this SHELL.";

ruleTest(rule, {
  'composer in the stage that is shipped': {
    given: `
      FROM php:8.4 AS dev
      RUN composer install
      FROM php:8.4
      RUN composer install --optimize-autoloader
                   ^^^^^^^ ${composer}
      RUN composer install --no-dev && composer dump-autoload
    `,
  },
  'composer, told by a variable': {
    given: `
      FROM php:8.4
      ENV COMPOSER_NO_DEV=1
      RUN composer install
    `,
  },
  'bundler without groups, across lines, in heredocs and behind ONBUILD': {
    given: `
      FROM ruby:3.4
      RUN make \\
        # the gems
        && bundle install --jobs 4
                  ^^^^^^^ ${bundler}
      RUN <<EOF
      bundle
      ^^^^^^ ${bundler}
      EOF
      ONBUILD RUN bundle install
                         ^^^^^^^ ${bundler}
    `,
  },
  'bundler that knows': {
    given: `
      FROM ruby:3.4
      RUN bundle config set --local without 'development test'
      RUN bundle install && bundle exec rake
    `,
  },
  'the same by a variable': {
    given: `
      FROM ruby:3.4
      ENV BUNDLE_DEPLOYMENT=1
      RUN bundle install
    `,
  },
  'debuggers in what is shipped': {
    given: `
      FROM php:8.4 AS dev
      RUN pecl install xdebug && docker-php-ext-enable xdebug
      CMD ["node", "--inspect", "a.js"]
      FROM php:8.4
      RUN pecl install xdebug-3.4.0 redis
                       ^^^^^^^^^^^^ ${xdebug}
      ENTRYPOINT ["node", "--inspect=0.0.0.0", "a.js"]
                          ^^^^^^^^^^^^^^^^^^^ ${inspector}
      CMD python -m debugpy --listen 5678 a.py
                    ^^^^^^^ ${inspector}
    `,
  },
  'PowerShell that goes on': {
    given: `
      FROM mcr.microsoft.com/windows/servercore:ltsc2022
      SHELL ["powershell", "-Command"]
             ^^^^^^^^^^^^ ${powershell}
      SHELL ["pwsh", "-Command", "$ErrorActionPreference = 'Stop';"]
      SHELL ["/bin/bash", "-c"]
    `,
  },
  'a piece without FROM': {
    given: `
      RUN composer install
                   ^^^^^^^ ${composer}
    `,
  },
});
