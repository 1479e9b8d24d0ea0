import net from 'node:net';
import { type ListenOrder, onLines, sendLine, type ToFlyctl } from './control-protocol.js';

/** The executable: carries arguments, environment and streams to the platform, which does everything else. */
function runFlyctl(controlSocket: string, argv: readonly string[]): void {
  const control = net.connect(controlSocket);
  let isDone = false;
  control.on('error', () => leave(1, 'Error: the Fly stand-in is not running\n'));
  control.on('close', () => (isDone ? undefined : leave(1, 'Error: the Fly stand-in went away\n')));
  sendLine(control, { kind: 'flyctl', argv, cwd: process.cwd(), env: process.env });
  onLines(control, (line) => {
    const message: ToFlyctl = JSON.parse(line);
    if (message.kind === 'out') process.stdout.write(message.text);
    else if (message.kind === 'err') process.stderr.write(message.text);
    else if (message.kind === 'readInput') sendInput(control);
    else if (message.kind === 'listen') listen(controlSocket, control, message.at);
    else if (message.kind === 'exit') {
      isDone = true;
      leave(message.code, '');
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      isDone = true;
      interrupt(control);
    });
  }
}

/** The platform still has to write down that the release was interrupted; 127 is flyctl's status for it. */
function interrupt(control: net.Socket): void {
  sendLine(control, { kind: 'interrupted' });
  control.end();
  process.exitCode = 127;
  setTimeout(() => process.exit(127), 200);
}

function leave(code: number, text: string): void {
  process.exitCode ??= code;
  process.stderr.write(text, () => process.stdout.write('', () => process.exit()));
}

function sendInput(control: net.Socket): void {
  const chunks: Buffer[] = [];
  process.stdin.on('data', (chunk: Buffer) => chunks.push(chunk));
  process.stdin.on('end', () => sendLine(control, { kind: 'input', text: Buffer.concat(chunks).toString() }));
}

function listen(controlSocket: string, control: net.Socket, at: ListenOrder): void {
  const server = net.createServer((accepted) => {
    const tunnel = net.connect(controlSocket);
    sendLine(tunnel, { kind: 'tunnel', app: at.app, agent: at.agent, ...at.target });
    accepted.pipe(tunnel).pipe(accepted);
    for (const socket of [accepted, tunnel])
      socket.on('error', () => socket.destroy()).on('close', () => [accepted, tunnel].map((one) => one.destroy()));
  });
  server.on('error', (error) => sendLine(control, { kind: 'listenFailed', why: error.message }));
  server.listen(at.port, at.host);
}

const [controlSocket = '', ...argv] = process.argv.slice(2);
runFlyctl(controlSocket, argv);
