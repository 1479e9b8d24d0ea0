import net from 'node:net';
import { type FromFlyctl, type ListenOrder, onLines, sendLine, type ToFlyctl } from './control-protocol.js';

export interface FlyctlOrder {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What the platform, which does everything, asks of the side that a person sees. */
export interface FlyctlEnd {
  write(stream: 'stdout' | 'stderr', text: string): void;
  readInput(): Promise<string>;
  listen(at: ListenOrder, failed: (why: string) => void): void;
  exit(code: number): void;
}

export interface FlyctlConnection {
  /** A signal has come. Without this the platform takes the end of the connection for a kill. */
  interrupt(): void;
}

/** Carries one command line to the platform, and its answers back. */
export function connectFlyctl(controlSocket: string, order: FlyctlOrder, end: FlyctlEnd): FlyctlConnection {
  const control = net.connect(controlSocket);
  const send = (message: FromFlyctl) => sendLine(control, message);
  let isDone = false;
  const leave = (code: number, text = '') => {
    if (isDone) return;
    isDone = true;
    if (text !== '') end.write('stderr', text);
    end.exit(code);
    control.end();
  };
  control.on('error', () => leave(1, 'Error: the Fly stand-in is not running\n'));
  control.on('close', () => leave(1, 'Error: the Fly stand-in went away\n'));
  sendLine(control, { kind: 'flyctl', ...order });
  onLines(control, (line) => {
    const message: ToFlyctl = JSON.parse(line);
    if (message.kind === 'out') end.write('stdout', message.text);
    else if (message.kind === 'err') end.write('stderr', message.text);
    else if (message.kind === 'readInput') void end.readInput().then((text) => send({ kind: 'input', text }));
    else if (message.kind === 'listen') end.listen(message.at, (why) => send({ kind: 'listenFailed', why }));
    else if (message.kind === 'exit') leave(message.code);
  });
  return {
    interrupt: () => {
      isDone = true;
      send({ kind: 'interrupted' });
      control.end();
    },
  };
}
