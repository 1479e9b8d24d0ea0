import { rmSync } from 'node:fs';
import net from 'node:net';
import { KILLED } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import { runFlyctl } from '../commands/run-flyctl.js';
import { type FromFlyctl, type ListenOrder, type Request, sendLine, type ToFlyctl } from '../control-protocol.js';
import { lookUp } from '../network/internal-names.js';
import { machinesOf } from './model.js';
import type { FlyctlCall, Platform } from './platform.js';
import { callMethod } from './remote-methods.js';

/** Serves executables, tunnels and the test's own calls on one unix socket. */
export function serveControl(file: string, platform: Platform): Promise<net.Server> {
  rmSync(file, { force: true });
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    readFirstLine(socket, (line) => answer(JSON.parse(line), { socket, platform }));
  });
  return new Promise((resolve) => server.listen(file, () => resolve(server)));
}

/** What follows the first line is left in the socket: a tunnel's bytes begin there. */
function readFirstLine(socket: net.Socket, receive: (line: string) => void): void {
  const onReadable = () => {
    const chunk: Buffer | null = socket.read();
    if (chunk === null) return;
    const seen = Buffer.concat([held, chunk]);
    const end = seen.indexOf('\n');
    held = seen;
    if (end < 0) return;
    socket.off('readable', onReadable);
    if (end + 1 < seen.length) socket.unshift(seen.subarray(end + 1));
    receive(seen.subarray(0, end).toString());
  };
  let held = Buffer.alloc(0);
  socket.on('readable', onReadable);
}

interface At {
  readonly socket: net.Socket;
  readonly platform: Platform;
}

function answer(request: Request, at: At): void {
  switch (request.kind) {
    case 'flyctl':
      void serveFlyctl(request, at);
      return;
    case 'tunnel':
      tunnel(request, at);
      return;
    case 'call':
      void callMethod(at.platform, request).then((reply) => at.socket.end(`${JSON.stringify(reply)}\n`));
      return;
  }
}

async function serveFlyctl(request: Request & { kind: 'flyctl' }, { socket, platform }: At): Promise<void> {
  const interruption = new AbortController();
  const call: FlyctlCall = { argv: request.argv, cwd: request.cwd, input: '', output: '', exitCode: undefined };
  platform.calls.push(call);
  const send = (message: ToFlyctl) => sendLine(socket, message);
  const print = (kind: 'out' | 'err') => (text: string) => {
    call.output += text;
    send({ kind, text });
  };
  const listening = new Listening(send, interruption.signal);
  let onInput: (text: string) => void = () => undefined;
  socket.on('close', () => interruption.abort(KILLED));
  socket.on('end', () => interruption.abort(KILLED));
  readMessages(socket, (message) => {
    if (message.kind === 'input') onInput(message.text);
    else if (message.kind === 'listenFailed') listening.fail(message.why);
    else interruption.abort();
  });
  const readInput = () =>
    new Promise<string>((resolve) => {
      onInput = (text) => {
        call.input = text;
        resolve(text);
      };
      send({ kind: 'readInput' });
    });
  const out = print('out');
  const err = print('err');
  const base = {
    ...request,
    interrupted: interruption.signal,
    out,
    err,
    readInput,
    listen: (at: ListenOrder) => listening.start(at),
  };
  call.exitCode = await runFlyctl(platform, base);
  if (call.exitCode === 0) call.exitCode = await listening.ended(err);
  send({ kind: 'exit', code: call.exitCode });
}

function readMessages(socket: net.Socket, receive: (message: FromFlyctl) => void): void {
  let held = '';
  socket.on('data', (chunk: Buffer) => {
    const lines = (held + chunk.toString()).split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) receive(JSON.parse(line));
  });
  socket.resume();
}

/** `flyctl proxy` runs until it is interrupted, or its port is taken. */
class Listening {
  readonly #send: (message: ToFlyctl) => void;
  readonly #interrupted: AbortSignal;
  #failure: ((why: string) => void) | undefined;
  #order: ListenOrder | undefined;

  constructor(send: (message: ToFlyctl) => void, interrupted: AbortSignal) {
    this.#send = send;
    this.#interrupted = interrupted;
  }

  start(at: ListenOrder): void {
    this.#order = at;
    this.#send({ kind: 'listen', at });
  }

  fail(why: string): void {
    this.#failure?.(why);
  }

  ended(err: (text: string) => void): Promise<number> {
    if (this.#order === undefined) return Promise.resolve(0);
    return new Promise((resolve) => {
      this.#interrupted.addEventListener('abort', () => resolve(127), { once: true });
      this.#failure = (why) => {
        err(`Error: ${new FlyctlError(why).message}\n`);
        resolve(1);
      };
    });
  }
}

/**
 * The name is looked up now, and the agent has to be there for each connection. Goes in over 6PN, so that a server that
 * listens on IPv4 alone refuses it.
 */
function tunnel(request: Request & { kind: 'tunnel' }, { socket, platform }: At): void {
  if (!platform.agents.isRunning(request.agent)) return void socket.destroy();
  const machines = [...platform.apps.values()].flatMap((app) => machinesOf(app));
  const six = request.host.includes(':') ? request.host : lookUp(request.host, platform.namedMachines())?.aaaa[0];
  const machine = machines.find(({ addresses }) => addresses.six === six);
  const inside = machine?.connect(request.port, 6);
  if (inside === undefined) return void socket.destroy();
  socket.pipe(inside).pipe(socket);
  inside.on('error', () => socket.destroy());
  socket.on('error', () => inside.destroy());
  socket.on('close', () => inside.destroy());
}
