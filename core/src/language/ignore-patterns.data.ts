import { message, type Message } from '../text/index.ts';

/** Patterns that are common where one of some files lies in the context; for all projects when none is named. */
export interface StackPatterns {
  /** Patterns of paths, one of which must match. */
  readonly beside: readonly string[];
  readonly detail: Message;
  readonly patterns: readonly string[];
}

export const stackPatterns: readonly StackPatterns[] = [
  {
    beside: ['package.json', '*/package.json'],
    detail: message('Node.js'),
    patterns: [
      '**/node_modules',
      'npm-debug.log*',
      '**/.next',
      '**/dist',
      '**/coverage',
      '**/.turbo',
      '**/*.tsbuildinfo',
    ],
  },
  {
    beside: ['pyproject.toml', 'requirements*.txt', 'setup.py', 'Pipfile'],
    detail: message('Python'),
    patterns: [
      '**/__pycache__',
      '**/*.py[cod]',
      '**/.venv',
      '**/venv',
      '**/.pytest_cache',
      '**/.mypy_cache',
      '**/*.egg-info',
    ],
  },
  { beside: ['go.mod'], detail: message('Go'), patterns: ['**/*_test.go', '**/testdata', 'bin'] },
  { beside: ['Cargo.toml'], detail: message('Rust'), patterns: ['**/target'] },
  { beside: ['pom.xml', '*/pom.xml'], detail: message('Maven'), patterns: ['**/target'] },
  { beside: ['build.gradle*', '*/build.gradle*'], detail: message('Gradle'), patterns: ['**/.gradle', '**/build'] },
  { beside: ['composer.json'], detail: message('PHP'), patterns: ['vendor'] },
  { beside: ['Gemfile'], detail: message('Ruby'), patterns: ['vendor/bundle', 'log/*', 'tmp/*', '.bundle'] },
  { beside: ['*.csproj', '*.sln', '*/*.csproj'], detail: message('.NET'), patterns: ['**/bin', '**/obj', '**/*.user'] },
  {
    beside: [],
    detail: message('Keep out of every build'),
    patterns: [
      '.git',
      '**/.env',
      '**/.env.*',
      '!**/.env.example',
      '**/*.pem',
      '**/*.key',
      '**/.ssh',
      '**/.aws',
      '.github',
      '.vscode',
      '.idea',
      '**/.DS_Store',
      '**/Dockerfile*',
      '**/compose*.y*ml',
      '**/.dockerignore',
      '**/*.log',
    ],
  },
];
