import rule from '#core/rules/dockerfile/pip-cache.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const kept = 'pip leaves what it downloads in this layer as well: add `--no-cache-dir`.';

ruleTest(rule, {
  'the option is inserted behind the verb': {
    given: `
      FROM python:3.14
      RUN pip install -r requirements.txt && python3 -m pip install flask
          ^^^^^^^^^^^ ${kept}
                                             ^^^^^^^^^^^^^^^^^^^^^^ ${kept}
    `,
    fixed: `
      FROM python:3.14
      RUN pip install --no-cache-dir -r requirements.txt && python3 -m pip install --no-cache-dir flask
    `,
  },
  'across lines, heredocs, ONBUILD and the array form': {
    given: `
      FROM python:3.14
      RUN make \\
        # what it needs
        && sudo pip3 install \\
                ^^^^^^^^^^^^ ${kept}
          flask
      RUN <<EOF
      pip install flask
      ^^^^^^^^^^^ ${kept}
      EOF
      ONBUILD RUN pip install flask
                  ^^^^^^^^^^^ ${kept}
      RUN ["pip", "install", "flask"]
                  ^^^^^^^^^ ${kept}
    `,
    fixed: `
      FROM python:3.14
      RUN make \\
        # what it needs
        && sudo pip3 install --no-cache-dir \\
          flask
      RUN <<EOF
      pip install --no-cache-dir flask
      EOF
      ONBUILD RUN pip install --no-cache-dir flask
      RUN ["pip", "install", "flask"]
    `,
  },
  'the variable, in ENV of this stage and those before, in ARG, in the RUN': {
    given: `
      FROM python:3.14 AS base
      ENV PIP_NO_CACHE_DIR=1 A=b
      RUN pip install flask
      FROM base
      RUN pip install flask
      FROM python:3.14
      RUN PIP_NO_CACHE_DIR=yes pip install flask
      RUN export PIP_NO_CACHE_DIR=1; pip install flask
      RUN env PIP_NO_CACHE_DIR=1 pip install flask
      ARG PIP_NO_CACHE_DIR=true
      RUN pip install flask
    `,
  },
  'the variable set to no': {
    given: `
      FROM python:3.14
      ENV PIP_NO_CACHE_DIR=0
      RUN pip install flask
          ^^^^^^^^^^^ ${kept}
    `,
    fixed: `
      FROM python:3.14
      ENV PIP_NO_CACHE_DIR=0
      RUN pip install --no-cache-dir flask
    `,
  },
  'options, mounts, other verbs and other programs': {
    given: `
      FROM python:3.14
      RUN pip install --no-cache-dir flask && pip --no-cache-dir install flask
      RUN --mount=type=cache,target=/root/.cache/pip pip install flask
      RUN --mount=type=tmpfs,dst=/root/.cache pip install flask
      RUN pip download flask && pipx install poetry && pipenv install && uv pip install flask
      RUN pip install flask && rm -rf /root/.cache
      RUN pip install flask && pip cache purge
    `,
  },
  'a stage that is only copied from ships no cache': {
    given: `
      FROM python:3.14 AS build
      RUN pip install flask
      FROM python:3.14
      COPY --from=build /venv /venv
    `,
  },
  'hadolint reports these': {
    preset: 'hadolint',
    given: `
      FROM python:3.14 AS build
      RUN pip install flask
          ^^^^^^^^^^^ ${kept}
      FROM python:3.14
      RUN --mount=type=cache,target=/root/.cache/pip pip install flask
    `,
    fixed: `
      FROM python:3.14 AS build
      RUN pip install --no-cache-dir flask
      FROM python:3.14
      RUN --mount=type=cache,target=/root/.cache/pip pip install flask
    `,
  },
  'a piece without FROM': {
    given: `
      RUN pip install flask
          ^^^^^^^^^^^ ${kept}
    `,
    fixed: `
      RUN pip install --no-cache-dir flask
    `,
  },
});
