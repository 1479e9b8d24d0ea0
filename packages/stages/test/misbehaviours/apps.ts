/** What follows the name in the fly.toml of each kind of app. */

/** One that does not pass yet is looked at again at once; later ones only keep a busy computer busy. */
const times = `  interval = "15s"
  timeout = "5s"
  grace_period = "1s"
`;
const check = `  [[http_service.checks]]
  path = "/ok"
${times}`;
const web = `[http_service]
  internal_port = 8080
${check}`;

/** Two machines behind the proxy. */
export const webToml = web;
/** One machine that runs, and its standby: for what happens before a machine is touched. */
export const workerToml = `[checks.ok]
  type = "http"
  port = 8080
  path = "/ok"
${times}`;
/** One machine, with a volume. */
export const diskToml = `${web}[[mounts]]
  source = "data"
  destination = "/data"
`;
export const commandToml = `${workerToml}[deploy]
  release_command = "true"
`;
export const bluegreenToml = `${web}[deploy]
  strategy = "bluegreen"
`;

export const server = `import { createServer } from 'node:http';
createServer((request, response) => response.end('ok')).listen(process.env.PORT ?? 8080, '::', () => console.log('listening'));
process.on('SIGINT', () => process.exit(0));
`;
export const dockerfile = `FROM node:24-slim
COPY server.mjs /srv/server.mjs
CMD ["node", "/srv/server.mjs"]
`;
