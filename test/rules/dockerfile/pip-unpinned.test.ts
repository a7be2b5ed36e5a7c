import rule from '#core/rules/dockerfile/pip-unpinned.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) =>
  `\`${name}\` has no version: tomorrow the same build installs another one. Write \`${name}==…\`.`;

ruleTest(rule, {
  'each package without a version is marked': {
    given: `
      FROM python:3.14
      RUN pip install flask gunicorn==23.0.0 requests[socks]
                      ^^^^^ ${says('flask')}
                                             ^^^^^^^^^^^^^^^ ${says('requests[socks]')}
      RUN python3 -m pip install --no-cache-dir --upgrade pip
                                                          ^^^ ${says('pip')}
      RUN pip3.12 --quiet install -U wheel
                                     ^^^^^ ${says('wheel')}
    `,
  },
  'across lines, in heredocs, behind ONBUILD, in the array form, by a path': {
    given: `
      FROM python:3.14
      RUN pip install \\
        # the server
        gunicorn \\
        ^^^^^^^^ ${says('gunicorn')}
        && make
      RUN <<EOF
      /venv/bin/pip install flask
                            ^^^^^ ${says('flask')}
      EOF
      ONBUILD RUN sudo pip install flask
                                   ^^^^^ ${says('flask')}
      RUN ["pip", "install", "flask"]
                             ^^^^^^^ ${says('flask')}
    `,
  },
  'versions in every spelling': {
    given: `
      FROM python:3.14
      RUN pip install a==1 "b>=1,<2" 'c~=1.0' d!=3 e===1 f==$VERSION "g[x]==\${V}" 'h @ https://example.org/h.whl'
    `,
  },
  'lists, projects, files, addresses and values of options': {
    given: `
      FROM python:3.14
      RUN pip install -r requirements.txt extra
      RUN pip install --requirement=requirements.txt && pip install -c constraints.txt flask
      RUN pip install . && pip install ./lib && pip install -e . && pip install .[dev]
      RUN pip install a.whl dist/b.tar.gz https://example.org/c.zip
      RUN pip install --index-url https://example.org/simple --timeout 100 -t /lib a==1
      RUN pip install git+https://example.org/x/y.git@v1
      RUN pip download flask && pip uninstall flask && pip --version
    `,
  },
  'a repository needs a commit or tag': {
    given: `
      FROM python:3.14
      RUN pip install git+https://example.org/x/y.git
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`git+https://example.org/x/y.git\` names no commit or tag: tomorrow the same build installs another one. Add \`@…\`.
    `,
  },
  'hadolint#1067, #915, #1175: other programs and variables': {
    given: `
      FROM python:3.14
      RUN pipx install poetry && uv pip install flask && pipenv install flask
      RUN pip install $PACKAGES "\${MORE}"
      RUN python setup.py install && pip config set install.x y
    `,
  },
  'hadolint looks into no variable': {
    preset: 'hadolint',
    given: `
      FROM python:3.14
      RUN pip install $PACKAGES .[dev]
                      ^^^^^^^^^ ${says('$PACKAGES')}
                                ^^^^^^ ${says('.[dev]')}
    `,
  },
  'a piece without FROM': {
    given: `
      RUN pip install flask
                      ^^^^^ ${says('flask')}
    `,
  },
});
