import net from 'node:net';
import path from 'node:path';
import type { RemoteMethods } from './platform/remote-methods.js';
import { CONTROL_SOCKET } from './platform/start-order.js';

/** A method of the platform, as a call over its socket. */
type Remote<Name extends keyof RemoteMethods> = (
  ...params: Parameters<RemoteMethods[Name]>
) => Promise<Awaited<ReturnType<RemoteMethods[Name]>>>;

export type RemoteClient = { readonly [Name in keyof RemoteMethods]: Remote<Name> };

type Reply<Result> = { readonly result: Result } | { readonly error: string };

export function remoteClient(folder: string): RemoteClient {
  const socketPath = path.join(folder, CONTROL_SOCKET);
  const remote =
    <Name extends keyof RemoteMethods>(method: Name): Remote<Name> =>
    (...params) =>
      callPlatform(socketPath, { method, params });
  return {
    state: remote('state'),
    calls: remote('calls'),
    logs: remote('logs'),
    misbehave: remote('misbehave'),
    behave: remote('behave'),
    startMachine: remote('startMachine'),
    stopMachine: remote('stopMachine'),
    killProcess: remote('killProcess'),
    sleepGroup: remote('sleepGroup'),
    addMachine: remote('addMachine'),
    setHostStatus: remote('setHostStatus'),
    holdLease: remote('holdLease'),
    exec: remote('exec'),
    fetchInside: remote('fetchInside'),
    issueToken: remote('issueToken'),
  };
}

function callPlatform<Result>(
  socketPath: string,
  call: { method: string; params: readonly unknown[] },
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(socketPath);
    const chunks: Buffer[] = [];
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => {
      const reply: Reply<Result> = JSON.parse(Buffer.concat(chunks).toString());
      if ('error' in reply) reject(new Error(`${call.method}: ${reply.error}`));
      else resolve(reply.result);
    });
    socket.write(`${JSON.stringify({ kind: 'call', ...call })}\n`);
  });
}
