import rule from '#core/rules/compose/env-secret-literal.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'mapping and list': {
    given: `
      services:
        a:
          image: a:1
          environment:
            POSTGRES_PASSWORD: hunter2
            ^^^^^^^^^^^^^^^^^ \`POSTGRES_PASSWORD\` sounds like a credential, and its value stands in this file for everyone who can read it.
            POSTGRES_USER: app
        b:
          image: a:1
          environment:
            - API_KEY=abc123
              ^^^^^^^ \`API_KEY\` sounds like a credential, and its value stands in this file for everyone who can read it.
            - "SESSION_SECRET=s3cr3t"
               ^^^^^^^^^^^^^^ \`SESSION_SECRET\` sounds like a credential, and its value stands in this file for everyone who can read it.
            - TZ=UTC
    `,
    fixed: `
      services:
        a:
          image: a:1
          environment:
            POSTGRES_PASSWORD: \${POSTGRES_PASSWORD}
            POSTGRES_USER: app
        b:
          image: a:1
          environment:
            - API_KEY=\${API_KEY}
            - "SESSION_SECRET=\${SESSION_SECRET}"
            - TZ=UTC
    `,
  },
  'a variable without a default is right, a default is a literal': {
    given: `
      services:
        a:
          image: a:1
          environment:
            DB_PASSWORD: \${DB_PASSWORD}
            DB_PASS: $DB_PASS
            JWT_SECRET: \${JWT_SECRET:?set it}
            API_TOKEN: \${API_TOKEN:-changeme}
            ^^^^^^^^^ \`API_TOKEN\` sounds like a credential, and this file holds the value that is used when nobody sets one.
            OTHER_TOKEN: \${OTHER_TOKEN:-}
            BARE_SECRET:
    `,
    fixed: `
      services:
        a:
          image: a:1
          environment:
            DB_PASSWORD: \${DB_PASSWORD}
            DB_PASS: $DB_PASS
            JWT_SECRET: \${JWT_SECRET:?set it}
            API_TOKEN: \${API_TOKEN}
            OTHER_TOKEN: \${OTHER_TOKEN:-}
            BARE_SECRET:
    `,
  },
  'files, switches, quantities and names of kinds hold no secret': {
    given: `
      services:
        a:
          image: a:1
          environment:
            POSTGRES_PASSWORD_FILE: /run/secrets/db
            MYSQL_ALLOW_EMPTY_PASSWORD: "yes"
            MYSQL_RANDOM_ROOT_PASSWORD: generate
            TOKEN_TTL: 3600
            SECRET_ROTATION: 30d
            AUTH_TOKEN_ENABLED: true
            PASSWORD_LOGIN: false
            AUTH_URL: https://login.example.com
            KEY_PATH: /etc/key.pem
            AWS_SECRET_NAME: prod/db
    `,
  },
  'a number is a password where a password belongs': {
    given: `
      services:
        a:
          image: a:1
          environment:
            DB_PASSWORD: 1234
            ^^^^^^^^^^^ \`DB_PASSWORD\` sounds like a credential, and its value stands in this file for everyone who can read it.
            REFRESH_TOKEN: 1234
    `,
    fixed: `
      services:
        a:
          image: a:1
          environment:
            DB_PASSWORD: \${DB_PASSWORD}
            REFRESH_TOKEN: 1234
    `,
  },
  'stand-ins are left alone': {
    given: `
      services:
        a:
          image: a:1
          environment:
            API_KEY: <your key>
            API_TOKEN: "***"
            DB_PASSWORD: ""
    `,
  },
  'a value with escapes is found but not rewritten': {
    given: `
      services:
        a:
          image: a:1
          environment:
            DB_PASSWORD: "hunter\\x32"
            ^^^^^^^^^^^ \`DB_PASSWORD\` sounds like a credential, and its value stands in this file for everyone who can read it.
    `,
  },
  'shared through an alias and a merge key': {
    given: `
      x-env: &env
        DB_PASSWORD: hunter2
      services:
        a:
          image: a:1
          environment: *env
                       ^^^^ \`DB_PASSWORD\` sounds like a credential, and its value stands in this file for everyone who can read it.
        b:
          image: b:1
          environment:
            <<: *env
            ^^ \`DB_PASSWORD\` sounds like a credential, and its value stands in this file for everyone who can read it.
            TZ: UTC
    `,
  },
  'a password inside an address': {
    given: `
      services:
        a:
          image: a:1
          environment:
            DATABASE_URL: postgres://app:hunter2@db/app
            ^^^^^^^^^^^^ \`DATABASE_URL\` carries a password in its address, which everyone who can read this file sees.
            CACHE: redis://:\${REDIS_PW:-hunter2}@cache:6379
            ^^^^^ \`CACHE\` carries a password in its address, which everyone who can read this file sees.
            JDBC: jdbc:mysql://db/app?user=app&password=hunter2
            ^^^^ \`JDBC\` carries a password in its address, which everyone who can read this file sees.
            A: postgres://app:\${DB_PASSWORD}@db/app
            B: postgres://app@db:5432/app
            C: http://example.org:80/@me
            D: postgres://user:<password>@db/app
    `,
  },
  'names that are written together, and salts': {
    given: `
      services:
        a:
          image: a:1
          environment:
            - PGPASSWORD=hunter2
              ^^^^^^^^^^ \`PGPASSWORD\` sounds like a credential, and its value stands in this file for everyone who can read it.
            - AUTH_SALT=abcdef
              ^^^^^^^^^ \`AUTH_SALT\` sounds like a credential, and its value stands in this file for everyone who can read it.
            - PASSWORDLESS=yes-please
            - TOKENIZER=fast
            - SALT_MASTER=salt
    `,
    fixed: `
      services:
        a:
          image: a:1
          environment:
            - PGPASSWORD=\${PGPASSWORD}
            - AUTH_SALT=\${AUTH_SALT}
            - PASSWORDLESS=yes-please
            - TOKENIZER=fast
            - SALT_MASTER=salt
    `,
  },
  'an empty string in the list form, quotes and all': {
    given: `
      services:
        a:
          image: a:1
          environment:
            - API_KEY=""
            - SECRET=''
    `,
  },
});
