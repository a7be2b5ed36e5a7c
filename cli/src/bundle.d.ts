/** The French bundle lies outside this room and is inlined by the build, so the compiler only needs to know its shape. */
declare module '*/bundle.l10n.fr.json' {
  const bundle: Readonly<Record<string, string>>;
  export default bundle;
}
