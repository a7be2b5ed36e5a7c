/** Folders that hold what tools made or fetched; no manifest in them describes the user's application. */
export const ignoredFolders: readonly string[] = [
  '.git',
  '.hg',
  '.svn',
  '.idea',
  '.vscode',
  '.cache',
  '.turbo',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.parcel-cache',
  '.angular',
  '.gradle',
  '.terraform',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.venv',
  'venv',
  'virtualenv',
  '__pycache__',
  'site-packages',
  '__pypackages__',
  'node_modules',
  'bower_components',
  'jspm_packages',
  'vendor',
  'target',
  'coverage',
];

/** Larger files are no manifests and no sources: bytes. */
export const maxFileSize = 1024 * 1024;

/** More files than this are not listed, so that a home folder opened by mistake does not block the wizard. */
export const maxFileCount = 50_000;
