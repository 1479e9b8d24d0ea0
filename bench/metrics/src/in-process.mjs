// Drives Express with real IncomingMessage and ServerResponse over a socket that goes nowhere: the noise of a network
// and of a second process would be larger than what is measured.
import http from 'node:http';
import { Duplex } from 'node:stream';

const CONNECTIONS = 32;

class Sock extends Duplex {
  constructor() {
    super({ autoDestroy: false });
    Object.assign(this, { remoteAddress: '127.0.0.1', remotePort: 1, localPort: 2, encrypted: false });
    this.sent = 0;
  }
  // A getter over a getter, as on a real socket.
  get _bytesDispatched() {
    return this.sent;
  }
  get bytesWritten() {
    let bytes = this._bytesDispatched;
    for (const { chunk } of this._writableState.getBuffer()) bytes += chunk.length;
    return bytes;
  }
  get bytesRead() {
    return 0;
  }
  _read() {}
  _write(chunk, _encoding, done) {
    this.sent += chunk.length;
    done();
  }
  _writev(chunks, done) {
    for (const { chunk } of chunks) this.sent += chunk.length;
    done();
  }
  setTimeout() {}
  setKeepAlive() {}
  setNoDelay() {}
  ref() {}
  unref() {}
  address() {
    return { address: '127.0.0.1', port: 2, family: 'IPv4' };
  }
}

/** Of a sampled trace: https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const AGENT = ['User-Agent', 'bench/1.0', 'Accept', '*/*', 'Traceparent', TRACE];
const HEADERS = ['Host', 'localhost:3000', 'Connection', 'keep-alive', ...AGENT];

/** Node tells a response of its end this way; the driver goes on afterwards, as no listener that a server would lack. */
function emitClose(res, done) {
  res.destroyed = true;
  res._closed = true;
  res.emit('close');
  done();
}

function onFinish(res, socket, done) {
  res.detachSocket(socket);
  process.nextTick(emitClose, res, done);
}

function answer(server, socket, { method, url, headers = HEADERS }, done) {
  const req = new http.IncomingMessage(socket);
  Object.assign(req, { method, url, httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1 });
  req._addHeaderLines(headers, headers.length);
  req.complete = true;
  req.push(null);
  const res = new http.ServerResponse(req);
  res.shouldKeepAlive = true;
  res.assignSocket(socket);
  res.on('finish', onFinish.bind(undefined, res, socket, done));
  server.emit('request', req, res);
}

const sockets = Array.from({ length: CONNECTIONS }, () => new Sock());

/** Answers `total` requests, 32 at a time. `next()` gives the method and the URL of the next one. */
export function run(server, total, next) {
  return new Promise((resolve) => {
    let [started, finished] = [0, 0];
    for (const socket of sockets) {
      const step = () => {
        if (started >= total) return;
        started++;
        answer(server, socket, next(), () => {
          finished++;
          if (finished === total) resolve();
          else setImmediate(step);
        });
      };
      step();
    }
  });
}
