/** Splits a command as a shell would: quotes group, a backslash escapes. */
export function splitCommand(command: string): readonly string[] {
  const words = command.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_all, single, double, escaped) =>
      String(single ?? double?.replace(/\\(.)/g, '$1') ?? escaped),
    ),
  );
}

/** False for a quote that is not closed, or a backslash at the end. */
export function isShellSplittable(command: string): boolean {
  return command.replace(/\\.|"(?:[^"\\]|\\.)*"|'[^']*'/gs, '').search(/["'\\]/) < 0;
}
