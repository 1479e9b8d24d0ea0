/** Lines at the bottom of a terminal that are drawn over again in place. */
export interface LiveBlock {
  show(lines: readonly string[]): void;
  /** Takes them away, so that something else can be written. */
  hide(): void;
}

export interface Screen {
  readonly columns: number;
  readonly rows: number;
  write(text: string): void;
}

/** Longer lines would wrap and more lines would scroll: both can no longer be drawn over. */
export function liveBlock(screen: Screen): LiveBlock {
  let height = 0;
  const hide = () => {
    // ANSI: up so many lines, and clear from there on.
    if (height > 0) screen.write(`\u001b[${height}A\u001b[0J`);
    height = 0;
  };
  return {
    hide,
    show: (lines) => {
      hide();
      const fitting = lines.slice(0, Math.max(0, screen.rows - 1)).map((line) => line.slice(0, screen.columns - 1));
      for (const line of fitting) screen.write(`${line}\n`);
      height = fitting.length;
    },
  };
}
