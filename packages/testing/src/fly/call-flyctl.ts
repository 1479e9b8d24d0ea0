import path from 'node:path';
import { connectFlyctl, type FlyctlOrder } from './flyctl-connection.js';
import { CONTROL_SOCKET } from './platform/start-order.js';

export interface CalledFlyctl extends FlyctlOrder {
  readonly stdin?: string;
  /** Interrupts it, as a signal does the executable. */
  readonly signal?: AbortSignal;
  readonly onText?: (text: string, stream: 'stdout' | 'stderr') => void;
}

export interface FlyctlEnded {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** flyctl's status when it was interrupted. */
const interruptedCode = 127;

/**
 * What the executable does, without a process: for tests that run flyctl some hundred times. `proxy` needs the executable,
 * which listens.
 */
export function callFlyctl(stateDir: string, { stdin = '', signal, onText, ...order }: CalledFlyctl) {
  const written = { stdout: '', stderr: '' };
  return new Promise<FlyctlEnded>((resolve, reject) => {
    const { interrupt } = connectFlyctl(path.join(stateDir, CONTROL_SOCKET), order, {
      write: (stream, text) => {
        written[stream] += text;
        onText?.(text, stream);
      },
      readInput: async () => stdin,
      listen: () => reject(new Error(`flyctl ${order.argv.join(' ')} needs a process that listens`)),
      exit: (exitCode) => resolve({ exitCode, ...written }),
    });
    signal?.addEventListener('abort', () => {
      interrupt();
      resolve({ exitCode: interruptedCode, ...written });
    });
  });
}
