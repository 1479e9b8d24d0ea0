import http from 'node:http';
import type { Duplex } from 'node:stream';
import { newUlid } from '../machines/ids.js';
import { type Candidate, chooseMachine, type Route } from './routing.js';

interface Arrival {
  readonly route: Route;
  readonly isEncrypted: boolean;
}

/** A machine that was just woken accepts the proxy's connection only after a moment. */
const CONNECT_TRIES = 20;
const CONNECT_PAUSE_MS = 100;

export async function forwardRequest(
  call: { request: http.IncomingMessage; response: http.ServerResponse },
  arrival: Arrival,
): Promise<void> {
  const { request, response } = call;
  if (!arrival.isEncrypted && arrival.route.port.force_https === true) {
    return void response
      .writeHead(301, { location: `https://${request.headers.host ?? ''}${request.url ?? ''}`, server: 'Fly/standin' })
      .end();
  }
  const chosen = await chooseMachine(arrival.route);
  if (chosen === undefined) return void response.writeHead(503, { server: 'Fly/standin' }).end();
  const { machine } = chosen;
  machine.openRequests += 1;
  response.on('close', () => (machine.openRequests -= 1));
  const isReady = await accepts(chosen);
  // "instance refused connection": what Fly Proxy answers when nothing listens on 0.0.0.0:<internal_port>.
  if (!isReady) return void response.writeHead(502, { server: 'Fly/standin' }).end();
  const inside = open(chosen, { request, arrival });
  inside.on('error', () =>
    response.headersSent ? response.destroy() : response.writeHead(502, { server: 'Fly/standin' }).end(),
  );
  inside.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, {
      ...answer.headers,
      server: 'Fly/standin',
      via: '1.1 fly.io',
      'fly-request-id': requestId(chosen),
    });
    response.flushHeaders();
    answer.pipe(response);
  });
  response.on('close', () => inside.destroy());
  request.pipe(inside);
}

/** WebSockets: after the switch bytes go both ways untouched. */
export async function forwardUpgrade(
  call: { request: http.IncomingMessage; socket: Duplex; head: Buffer },
  arrival: Arrival,
): Promise<void> {
  const { request, socket, head } = call;
  const chosen = await chooseMachine(arrival.route);
  if (chosen === undefined || !(await accepts(chosen))) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  const inside = open(chosen, { request, arrival });
  inside.on('error', () => socket.destroy());
  inside.on(
    'response',
    (answer) => void socket.end(`HTTP/1.1 ${answer.statusCode ?? 502} ${answer.statusMessage ?? ''}\r\n\r\n`),
  );
  inside.on('upgrade', (answer, stream, first) => {
    const headers = answer.rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [`${name}: ${answer.rawHeaders[index + 1] ?? ''}`] : [],
    );
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('\r\n')}\r\n\r\n`);
    stream.write(head);
    socket.write(first);
    stream.pipe(socket).pipe(stream);
    stream.on('error', () => socket.destroy());
    socket.on('close', () => stream.destroy());
    socket.on('error', () => stream.destroy());
  });
  inside.end();
}

function open(
  { machine, service }: Candidate,
  at: { request: http.IncomingMessage; arrival: Arrival },
): http.ClientRequest {
  const { request, arrival } = at;
  return http.request({
    createConnection: () => {
      const socket = machine.connect(service.internal_port, 4);
      if (socket === undefined) throw new Error('the machine went away');
      return socket;
    },
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: { ...request.headers, ...flyHeaders(at), 'fly-request-id': newUlid() },
    setHost: false,
  });

  function flyHeaders({ request: incoming }: { request: http.IncomingMessage }): http.OutgoingHttpHeaders {
    const client = '203.0.113.7';
    const scheme = arrival.isEncrypted ? 'https' : 'http';
    return {
      'fly-client-ip': client,
      'fly-forwarded-port': String(arrival.route.port.port),
      'fly-forwarded-proto': scheme,
      'fly-forwarded-ssl': arrival.isEncrypted ? 'on' : 'off',
      'fly-region': machine.region,
      'x-forwarded-for': `${client}, 66.241.0.1`,
      'x-forwarded-port': String(arrival.route.port.port),
      'x-forwarded-proto': scheme,
      'x-forwarded-ssl': arrival.isEncrypted ? 'on' : 'off',
      via: `${incoming.httpVersion} fly.io`,
      'x-request-start': `t=${Date.now() * 1000}`,
    };
  }
}

function requestId({ machine }: Candidate): string {
  return `${newUlid()}-${machine.region}`;
}

async function accepts({ machine, service }: Candidate): Promise<boolean> {
  for (let attempt = 0; attempt < CONNECT_TRIES; attempt += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = machine.connect(service.internal_port, 4);
      if (socket === undefined) return resolve(false);
      socket.on('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (isOpen) return true;
    await new Promise((wake) => setTimeout(wake, CONNECT_PAUSE_MS));
  }
  return false;
}
