import { json, npmLock, yarnLock, type Repository } from './repository.ts';

/** Repositories of which no server container can honestly be made. */
export const refusedRepositories: readonly Repository[] = [
  {
    name: 'React Native',
    files: {
      'package.json': json({
        name: 'Steps',
        scripts: { android: 'react-native run-android', ios: 'react-native run-ios', start: 'react-native start' },
        dependencies: { react: '18.3.1', 'react-native': '0.76.0' },
      }),
      'index.js': "import { AppRegistry } from 'react-native';\n",
      'App.tsx': 'export default function App() {\n  return null;\n}\n',
    },
    expected: ['! . mobile'],
  },
  {
    name: 'Electron with an Express server inside',
    files: {
      'package.json': json({
        name: 'desk-notes',
        main: 'main.js',
        scripts: { start: 'electron .', dist: 'electron-builder' },
        dependencies: { express: '^4.18.0' },
        devDependencies: { electron: '^33.0.0', 'electron-builder': '^25.0.0' },
      }),
      'main.js': "const { app } = require('electron');\nrequire('express')().listen(3000);\n",
    },
    expected: ['! . desktop'],
  },
  {
    name: 'extension of VS Code with a server of language',
    files: {
      'package.json': json({
        name: 'log-colours',
        displayName: 'Log colours',
        publisher: 'someone',
        engines: { vscode: '^1.90.0' },
        main: './out/extension.js',
        contributes: { commands: [] },
        scripts: { compile: 'tsc -p ./', watch: 'tsc -watch -p ./' },
        dependencies: { express: '^4.0.0', 'vscode-languageclient': '^9.0.0' },
      }),
      'src/extension.ts': "require('express')().listen(0);\n",
    },
    expected: ['! . extension'],
  },
  {
    name: 'command-line tool that is published',
    files: {
      'package.json': json({
        name: 'tidy-imports',
        version: '2.4.0',
        bin: { 'tidy-imports': 'bin/cli.js' },
        main: 'lib/index.js',
        files: ['bin', 'lib'],
        scripts: { start: 'node bin/cli.js', test: 'vitest' },
        dependencies: { commander: '^12.0.0', chalk: '^5.0.0' },
      }),
      'package-lock.json': npmLock,
      'bin/cli.js': "#!/usr/bin/env node\nrequire('commander').program.parse();\n",
      'lib/index.js': 'module.exports = () => {};\n',
    },
    expected: ['! . library'],
  },
  {
    name: 'middleware that is published; its start script runs an example',
    files: {
      'package.json': json({
        name: 'express-polite-limits',
        version: '1.2.3',
        main: 'index.js',
        files: ['index.js'],
        scripts: { start: 'node examples/server.js', test: 'mocha' },
        dependencies: { 'http-errors': '^2.0.0' },
        devDependencies: { express: '^4.18.0', redis: '^4.0.0' },
      }),
      'index.js': 'module.exports = () => (req, res, next) => next();\n',
      'examples/server.js': "require('express')().listen(3000);\n",
    },
    expected: ['! . library'],
  },
  {
    name: 'action of GitHub',
    files: {
      'package.json': json({
        name: 'label-by-size',
        main: 'dist/index.js',
        scripts: { build: 'ncc build index.js', start: 'node index.js' },
        dependencies: { '@actions/core': '^1.11.0', '@actions/github': '^6.0.0' },
      }),
      'action.yml': 'name: Label by size\nruns:\n  using: node20\n  main: dist/index.js\n',
      'index.js': "const core = require('@actions/core');\n",
    },
    expected: ['! . GitHub'],
  },
  {
    name: 'create-react-app',
    files: {
      'package.json': json({
        name: 'portfolio',
        private: true,
        scripts: {
          start: 'react-scripts start',
          build: 'react-scripts build',
          test: 'react-scripts test',
          eject: 'react-scripts eject',
        },
        dependencies: { react: '^18.2.0', 'react-dom': '^18.2.0', 'react-scripts': '5.0.1' },
      }),
      'yarn.lock': yarnLock,
      'src/index.js': "import React from 'react';\n",
    },
    expected: ['! . static'],
  },
  {
    name: 'Next.js that is exported as files',
    files: {
      'package.json': json({
        name: 'handbook',
        scripts: { dev: 'next dev', build: 'next build', start: 'next start' },
        dependencies: { next: '^14.0.0', react: '^18' },
      }),
      'next.config.js': "module.exports = {\n  output: 'export',\n  images: { unoptimized: true },\n};\n",
    },
    expected: ['! . static'],
  },
  {
    name: 'SvelteKit that is exported as files',
    files: {
      'package.json': json({
        name: 'leaflet',
        type: 'module',
        scripts: { dev: 'vite dev', build: 'vite build' },
        devDependencies: { '@sveltejs/adapter-static': '^3.0.0', '@sveltejs/kit': '^2.0.0', vite: '^6.0.0' },
      }),
      'svelte.config.js':
        "import adapter from '@sveltejs/adapter-static';\nexport default { kit: { adapter: adapter() } };\n",
    },
    expected: ['! . static'],
  },
  {
    name: 'documentation with Docusaurus',
    files: {
      'package.json': json({
        name: 'manual',
        scripts: { start: 'docusaurus start', build: 'docusaurus build', serve: 'docusaurus serve' },
        dependencies: { '@docusaurus/core': '3.6.0', '@docusaurus/preset-classic': '3.6.0', react: '^18.0.0' },
      }),
      'docusaurus.config.js': 'module.exports = {};\n',
    },
    expected: ['! . static'],
  },
  {
    name: 'repository of libraries alone',
    files: {
      'package.json': json({
        name: 'toolbelt',
        private: true,
        workspaces: ['packages/*'],
        scripts: { build: 'lerna run build' },
      }),
      'packages/dates/package.json': json({ name: '@toolbelt/dates', main: 'index.js' }),
      'packages/dates/index.js': 'exports.now = 1;\n',
      'packages/words/package.json': json({ name: '@toolbelt/words', exports: './index.js' }),
      'packages/words/index.js': 'export const a = 1;\n',
    },
    expected: ['! . nothing to start'],
  },
  {
    name: 'cookiecutter template',
    files: {
      'cookiecutter.json': json({ project_slug: 'my_site' }),
      'setup.py': 'from setuptools import setup\nsetup(name="cookiecutter-site")\n',
      'requirements.txt': 'cookiecutter\npytest\n',
      '{{cookiecutter.project_slug}}/manage.py': 'import os\n',
      '{{cookiecutter.project_slug}}/requirements.txt': 'django\n',
      '{{cookiecutter.project_slug}}/package.json': '{"name":"{{ cookiecutter.project_slug }}"}\n',
    },
    expected: ['! . template'],
  },
  {
    name: 'documentation alone',
    files: {
      'README.md': '# Awesome lists\n',
      'docs/conf.py': 'project = "x"\n',
      'docs/requirements.txt': 'sphinx\nflask\n',
      'docs/index.rst': 'Hello\n',
    },
    expected: ['! . No Node or Python application'],
  },
  {
    name: 'library with setup.py alone',
    files: {
      'setup.py':
        'from setuptools import setup, find_packages\n\nsetup(name="moonphase", version="1.0", packages=find_packages(), install_requires=["requests"])\n',
      'moonphase/__init__.py': 'def phase():\n    return 0\n',
      'tests/test_phase.py': 'import moonphase\n',
    },
    expected: ['! . library'],
  },
  {
    name: 'command-line tool in Python that is published',
    files: {
      'pyproject.toml':
        '[project]\nname = "inkwell"\nversion = "24.1"\ndescription = "Formats things"\nclassifiers = ["Environment :: Console", "Topic :: Software Development :: Libraries :: Python Modules"]\ndependencies = ["click>=8"]\n\n[project.scripts]\ninkwell = "inkwell:main"\n\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n',
      'src/inkwell/__init__.py': 'def main():\n    pass\n',
      'src/inkwell/__main__.py': 'from inkwell import main\n\nmain()\n',
    },
    expected: ['! . library'],
  },
  {
    name: 'extension of Flask that is published',
    files: {
      'pyproject.toml':
        '[project]\nname = "flask-breadbox"\nversion = "0.4"\nclassifiers = ["Framework :: Flask", "License :: OSI Approved :: MIT License"]\ndependencies = ["flask>=2.3"]\n\n[project.optional-dependencies]\nredis = ["redis>=4"]\n\n[build-system]\nrequires = ["flit_core<4"]\nbuild-backend = "flit_core.buildapi"\n',
      'src/flask_breadbox/__init__.py':
        '"""Breadboxes.\n\napp = Flask(__name__)\nBreadbox(app)\n"""\n\n\nclass Breadbox:\n    pass\n',
      'src/flask_breadbox/__main__.py': 'print("hello")\n',
      'examples/app.py': 'from flask import Flask\napp = Flask(__name__)\n',
    },
    expected: ['! . library'],
  },
  {
    name: 'notebooks',
    files: {
      'README.md': '# Course\n',
      'requirements.txt': 'numpy\njupyter\nscikit-learn\n',
      'week1/intro.ipynb': '{"cells": []}\n',
      'week2/trees.ipynb': '{"cells": []}\n',
    },
    expected: ['! . notebook'],
  },
];
