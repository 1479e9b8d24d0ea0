// node src/scrape-reader.mjs <port> <path>
// Scrapes four times a second and throws away what comes, into one buffer: reading must cost next to nothing.
import { connect } from 'node:net';

const [port, path] = process.argv.slice(2);
const onread = { buffer: Buffer.alloc(256 * 1024), callback: () => true };

setInterval(() => {
  const socket = connect({ port: Number(port), host: '127.0.0.1', onread });
  socket.write(`GET ${path} HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n`);
}, 250);
