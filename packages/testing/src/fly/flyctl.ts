import net from 'node:net';
import { type ListenOrder, sendLine } from './control-protocol.js';
import { connectFlyctl } from './flyctl-connection.js';

/** The executable: lends its arguments, environment and streams to the platform, which does everything else. */
function runFlyctl(controlSocket: string, argv: readonly string[]): void {
  const order = { argv, cwd: process.cwd(), env: process.env };
  const { interrupt } = connectFlyctl(controlSocket, order, {
    write: (stream, text) => process[stream].write(text),
    readInput,
    listen: (at, failed) => listen(controlSocket, at).on('error', (error) => failed(error.message)),
    exit: leave,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => endAfter(interrupt));
}

/** The platform still has to write down that the release was interrupted; 127 is flyctl's status for it. */
function endAfter(interrupt: () => void): void {
  interrupt();
  process.exitCode = 127;
  setTimeout(() => process.exit(127), 200);
}

function leave(code: number): void {
  process.exitCode ??= code;
  process.stderr.write('', () => process.stdout.write('', () => process.exit()));
}

function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  process.stdin.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => process.stdin.on('end', () => resolve(Buffer.concat(chunks).toString())));
}

function listen(controlSocket: string, at: ListenOrder): net.Server {
  const server = net.createServer((accepted) => {
    const tunnel = net.connect(controlSocket);
    sendLine(tunnel, { kind: 'tunnel', app: at.app, agent: at.agent, ...at.target });
    accepted.pipe(tunnel).pipe(accepted);
    for (const socket of [accepted, tunnel])
      socket.on('error', () => socket.destroy()).on('close', () => [accepted, tunnel].map((one) => one.destroy()));
  });
  return server.listen(at.port, at.host);
}

const [controlSocket = '', ...argv] = process.argv.slice(2);
runFlyctl(controlSocket, argv);
