import { pythonReleases, tools, type Release } from '../../images.data.ts';
import type { AppFacts } from '../../model.ts';
import { findRelease } from '../../read/version.ts';
import { apt, copyManifests, exec, from, header, healthcheck, lines } from '../../render/dockerfile.ts';
import type { ContainerNeeds } from '../stack.ts';

const user = '10001:10001';

export function pythonNeeds(_app: AppFacts): ContainerNeeds {
  return { user, scratch: ['/tmp'] };
}

/** Two stages: one that fills a virtual environment, one that runs it. Without packages there is nothing to fill. */
export function renderPython(app: AppFacts): string {
  const isBare = app.traits.includes('no-dependencies');
  return lines(header, isBare ? [] : [...renderBuild(app), ''], renderFinal(app, isBare));
}

function releaseOf({ version }: AppFacts): Release | undefined {
  return findRelease(pythonReleases, version);
}

function image(app: AppFacts): string {
  return releaseOf(app)?.image ?? `python:${app.version}-slim-trixie`;
}

/** The full image has the compiler and headers that a package without a wheel asks for. */
function builderImage(app: AppFacts): string {
  return app.traits.includes('libpq') ? image(app).replace('-slim', '') : image(app);
}

function renderBuild(app: AppFacts): readonly string[] {
  return [
    ...from(builderImage(app), { release: releaseOf(app), as: 'build' }),
    ...(app.packageManager === 'uv'
      ? [`COPY --from=${tools.uvImage.prefix}${tools.uvImage.default} /uv /usr/local/bin/uv`]
      : []),
    ...renderSettings(app),
    'WORKDIR /app',
    ...renderTool(app),
    ...renderInstall(app),
  ];
}

function renderSettings({ packageManager }: AppFacts): readonly string[] {
  if (packageManager === 'uv') return ['ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=0'];
  const own: Readonly<Record<string, string>> = {
    poetry: ' POETRY_VIRTUALENVS_IN_PROJECT=1 POETRY_NO_INTERACTION=1',
    pipenv: ' PIPENV_VENV_IN_PROJECT=1',
    pdm: ' PDM_CHECK_UPDATE=false',
  };
  return [`ENV PIP_DISABLE_PIP_VERSION_CHECK=1${own[packageManager ?? ''] ?? ''}`];
}

const pipCache = '--mount=type=cache,target=/root/.cache/pip';

function renderTool({ packageManager, packageManagerVersion }: AppFacts): readonly string[] {
  if (packageManager === 'uv') return [];
  if (packageManager === 'pip') return ['RUN python -m venv /app/.venv'];
  return [`RUN ${pipCache} \\`, `    pip install ${packageManager}==${packageManagerVersion}`];
}

function renderInstall(app: AppFacts): readonly string[] {
  const { lockfile, packageManager, traits } = app;
  const whole = app.manifests.includes('.');
  const copy = whole ? ['COPY . .'] : copyManifests(app.manifests);
  switch (packageManager) {
    case 'uv':
      return [
        ...copy,
        run('/root/.cache/uv', `uv sync ${lockfile ? '--locked ' : ''}--no-dev --no-install-project`),
        ...(traits.includes('packaged')
          ? ['COPY . .', run('/root/.cache/uv', `uv sync ${lockfile ? '--locked ' : ''}--no-dev --no-editable`)]
          : []),
      ];
    case 'poetry':
      return [...copy, run('/root/.cache/pypoetry', 'poetry install --only main --no-root')];
    case 'pipenv':
      return [...copy, run('/root/.cache/pipenv', lockfile ? 'pipenv install --deploy' : 'pipenv install --skip-lock')];
    case 'pdm':
      return [
        ...copy,
        run('/root/.cache/pdm', `pdm install ${lockfile ? '--check ' : ''}--prod --no-self --no-editable`),
      ];
    default:
      return [
        ...copy,
        run(
          '/root/.cache/pip',
          `/app/.venv/bin/pip install ${whole && !lockfile ? '.' : `-r ${lockfile ?? 'requirements.txt'}`}`,
        ),
      ];
  }
}

function run(cache: string, command: string): string {
  return `RUN --mount=type=cache,target=${cache} \\\n    ${command}`;
}

function renderFinal(app: AppFacts, isBare: boolean): readonly string[] {
  const { traits, port } = app;
  const path = traits.includes('src') ? ' PYTHONPATH=/app/src' : '';
  return [
    ...from(image(app), { release: releaseOf(app) }),
    `ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp${path}${port !== null && traits.includes('reads-port') ? ` PORT=${port}` : ''}`,
    ...(isBare ? [] : ['ENV PATH=/app/.venv/bin:$PATH']),
    ...(traits.includes('libpq') ? apt(['libpq5']) : []),
    'RUN groupadd --gid 10001 app \\',
    '    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin app',
    'WORKDIR /app',
    ...(isBare ? [] : ['COPY --from=build /app/.venv ./.venv']),
    'COPY . .',
    ...(traits.includes('data') ? ['RUN install -d -o 10001 -g 10001 /data'] : []),
    `USER ${user}`,
    ...(port === null ? [] : [`EXPOSE ${port}`]),
    ...healthcheck(port === null ? null : probe(app)),
    `CMD ${exec(app.start)}`,
  ];
}

/** Asks the application itself with Python's own library; an answer below 500 shows that it serves. */
function probe({ framework, health, port }: AppFacts): readonly string[] {
  const path = health ?? (framework === 'streamlit' ? '/_stcore/health' : null);
  const url = `http://127.0.0.1:${port}${path ?? '/'}`;
  if (path) return ['python', '-c', `import urllib.request as r; r.urlopen('${url}', timeout=4)`];
  const code = `import http.client as h; c = h.HTTPConnection('127.0.0.1', ${port}, timeout=4); c.request('GET', '/'); raise SystemExit(c.getresponse().status >= 500)`;
  return ['python', '-c', code];
}
