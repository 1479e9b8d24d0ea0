import net from 'node:net';
import path from 'node:path';
import type { RemoteMethods, Reply } from './platform/remote-methods.js';
import { CONTROL_SOCKET } from './platform/start-order.js';

/** The platform's methods, each a call over its socket. */
export type RemoteClient = {
  [Name in keyof RemoteMethods]: (
    ...params: Parameters<RemoteMethods[Name]>
  ) => Promise<Awaited<ReturnType<RemoteMethods[Name]>>>;
};

export function remoteClient(folder: string): RemoteClient {
  const call = (method: string, params: readonly unknown[]) =>
    callPlatform(path.join(folder, CONTROL_SOCKET), { method, params });
  const client: Partial<Record<keyof RemoteMethods, unknown>> = {};
  for (const name of METHOD_NAMES) client[name] = (...params: readonly unknown[]) => call(name, params);
  return client as RemoteClient;
}

const METHOD_NAMES: readonly (keyof RemoteMethods)[] = [
  'state',
  'calls',
  'logs',
  'misbehave',
  'behave',
  'startMachine',
  'stopMachine',
  'killProcess',
  'sleepGroup',
  'exec',
  'fetchInside',
  'issueToken',
];

function callPlatform(socketPath: string, call: { method: string; params: readonly unknown[] }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(socketPath);
    const chunks: Buffer[] = [];
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => {
      const reply: Reply = JSON.parse(Buffer.concat(chunks).toString());
      if ('error' in reply) reject(new Error(`${call.method}: ${reply.error}`));
      else resolve(reply.result);
    });
    socket.write(`${JSON.stringify({ kind: 'call', ...call })}\n`);
  });
}
