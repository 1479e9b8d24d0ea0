import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

export interface Screen {
  /** A step begins; what follows belongs to it. */
  step(title: string): void;
  /** Something a program said: there for who wants to read it, quiet for who does not. */
  quote(line: string): void;
  say(line: string): void;
  done(line: string): void;
  failed(line: string): void;
}

/** Lines for a person who watches; colours only where somebody sees them. */
export function terminalScreen(output: NodeJS.WriteStream, startMs: number): Screen {
  const coloured = output.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  const paint = (style: Style, text: string) => (coloured ? styleText(style, text) : text);
  const write = (line: string) => output.write(`${line}\n`);
  const seconds = () => `${Math.round((Date.now() - startMs) / 1_000)} s`.padStart(5);
  return {
    step: (title) => write(`\n${paint('dim', seconds())}  ${paint('bold', title)}`),
    quote: (line) => write(paint('dim', `       │ ${line}`)),
    say: (line) => write(`       ${line}`),
    done: (line) => write(`       ${paint('green', '✔')} ${line}`),
    failed: (line) => write(`       ${paint('red', '✖')} ${line}`),
  };
}
