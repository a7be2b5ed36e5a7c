import * as vscode from 'vscode';
import type { EngineState } from '#engine';
import { engineName, type EngineService } from './engine-service.ts';
import { failureOf, stateKey } from './failure.ts';
import { sayFailure } from './say.ts';
import { inertName } from './views/model/index.ts';

/** One item on the left: how many containers run, or that the engine is away. A click opens the containers. */
export function createStatusItem(engine: EngineService): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('drydock.engine', vscode.StatusBarAlignment.Left, -10);
  item.name = vscode.l10n.t('Drydock: Docker engine');
  item.command = 'drydock.containers.focus';
  const draw = (state: EngineState): void => {
    const { text, tooltip } = describe(state);
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: tooltip };
    // Whoever writes Dockerfiles without an engine shall not be told so all day; the views say it when asked.
    if (stateKey(state) === 'absent') item.hide();
    else item.show();
  };
  draw(engine.state);
  return vscode.Disposable.from(item, engine.onDidChange(draw));
}

function describe(state: EngineState): { readonly text: string; readonly tooltip: string } {
  const engine = engineName(state.endpoint);
  const name = inertName(engine);
  if (state.kind === 'connected') {
    const running = state.model.containers.items.filter((container) => container.state === 'running').length;
    const { version } = state.version;
    const tooltip = vscode.l10n.t('{running} containers run on {engine} (Docker Engine {version})', {
      running,
      engine: name,
      version,
    });
    return { text: `$(vm-running) ${running}`, tooltip };
  }
  if (state.kind === 'connecting') {
    return { text: '$(sync~spin) Docker', tooltip: vscode.l10n.t('Connecting to {engine}', { engine: name }) };
  }
  return { text: '$(debug-disconnect) Docker', tooltip: sayFailure(failureOf(state), engine) };
}
