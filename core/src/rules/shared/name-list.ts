const mostNames = 4;

/** The first of some names, each as code: `` `.env`, `.git`, … ``. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => `\`${name}\``);
  return [...shown, ...(names.length > mostNames ? ['…'] : [])].join(', ');
}
