/**
 * A sentence for the user that is not yet in the user's language: an English template, whose `{names}` the arguments
 * fill. The doors (client, server, cli) look the template up in their language; core never does.
 */
export interface Message {
  readonly template: string;
  readonly args: Readonly<Record<string, string>>;
}

/** The names between braces in a template, as a union of string literals. */
export type Placeholders<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The arguments a template needs: nothing, or one string for each placeholder. */
export type MessageArgs<Template extends string> = [Placeholders<Template>] extends [never]
  ? []
  : [args: Readonly<Record<Placeholders<Template>, string>>];

/** Builds a message; a missing or misspelt argument does not compile. The template must be a literal, so it can be collected. */
export function message<Template extends string>(template: Template, ...args: MessageArgs<Template>): Message {
  return { template, args: args[0] ?? {} };
}

/** The message in English, or in any language whose template is given. Unknown names stay as they are. */
export function formatMessage({ template, args }: Message): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
}
