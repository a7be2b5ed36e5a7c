import type { Answers, Evidence, Facts, Question } from '#core';
import * as vscode from 'vscode';
import { say } from '../say.ts';

type Reply =
  { readonly kind: 'answer'; readonly text: string } | { readonly kind: 'back' } | { readonly kind: 'cancel' };

interface Step {
  readonly question: Question;
  readonly reason: string;
  readonly number: number;
  readonly total: number;
  /** What was answered before, when the user comes back. */
  readonly earlier: string | undefined;
}

/** Asks what evidence left open, one quick input a question, with Back. Undefined when the user leaves. */
export async function askQuestions(facts: Facts, questions: readonly Question[]): Promise<Answers | undefined> {
  const answers: Record<string, string> = {};
  for (let at = 0; at < questions.length;) {
    const question = questions[at];
    if (!question) break;
    const step = {
      question,
      reason: reasonOf(facts, question),
      number: at + 1,
      total: questions.length,
      earlier: answers[question.id],
    };
    const reply = await (question.choices.length > 0 ? pick(step) : type(step));
    if (reply.kind === 'cancel') return undefined;
    if (reply.kind === 'back') at--;
    else {
      answers[question.id] = reply.text;
      at++;
    }
  }
  return answers;
}

/** "because `pg` in devDependencies (package.json:14)", for the question that the evidence raised. */
function reasonOf(facts: Facts, { id }: Question): string {
  const [kind, subject] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  const found =
    kind === 'service'
      ? facts.services.find((service) => service.id === subject)?.evidence[0]
      : facts.apps.find(({ path }) => path === subject)?.evidence.find(({ fact }) => fact === kind);
  return found ? because(found) : '';
}

export function because({ message, path, line }: Evidence): string {
  return vscode.l10n.t('because {reason} ({path}:{line})', { reason: say(message), path, line });
}

function pick({ question, reason, number, total, earlier }: Step): Promise<Reply> {
  const input = vscode.window.createQuickPick();
  input.items = question.choices.map((choice) => ({
    label: choiceNames()[choice] ?? choice,
    description: choice === question.default ? vscode.l10n.t('default') : '',
    detail: choice === question.default ? reason : '',
  }));
  const preferred = question.choices.indexOf(earlier ?? question.default);
  input.activeItems = input.items.slice(preferred, preferred + 1);
  input.placeholder = say(question.message);
  const chosen = (): string | undefined => {
    const [item] = input.activeItems;
    return item && question.choices[input.items.indexOf(item)];
  };
  return run(input, { number, total }, chosen);
}

function choiceNames(): Readonly<Record<string, string>> {
  return { yes: vscode.l10n.t('Yes'), no: vscode.l10n.t('No') };
}

function type({ question, reason, number, total, earlier }: Step): Promise<Reply> {
  const input = vscode.window.createInputBox();
  input.value = earlier ?? question.default;
  input.prompt = [say(question.message), reason].filter((part) => part !== '').join(' · ');
  const check = (): string | undefined => {
    const isPort = /^\d{2,5}$/.test(input.value) && Number(input.value) > 0 && Number(input.value) < 65_536;
    input.validationMessage = isPort ? '' : vscode.l10n.t('A port is a number from 10 to 65535.');
    return isPort ? input.value : undefined;
  };
  input.onDidChangeValue(check);
  return run(input, { number, total }, check);
}

/** Shows an input until it is answered, left or gone back from. */
function run(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { number, total }: Pick<Step, 'number' | 'total'>,
  read: () => string | undefined,
): Promise<Reply> {
  input.title = vscode.l10n.t('Dockerize this App');
  input.step = number;
  input.totalSteps = total;
  input.ignoreFocusOut = true;
  if (number > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    let reply: Reply = { kind: 'cancel' };
    const end = (given: Reply): void => {
      reply = given;
      input.hide();
    };
    input.onDidTriggerButton(() => end({ kind: 'back' }));
    input.onDidAccept(() => {
      const text = read();
      if (text !== undefined) end({ kind: 'answer', text });
    });
    input.onDidHide(() => {
      resolve(reply);
      input.dispose();
    });
    input.show();
  });
}
