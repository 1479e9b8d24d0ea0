/** What follows the name in the fly.toml of each kind of app. */

const check = `  [[http_service.checks]]
  path = "/ok"
  interval = "1s"
  timeout = "1s"
  grace_period = "1s"
`;
const web = `[http_service]
  internal_port = 8080
${check}`;

/** Two machines behind the proxy. */
export const webToml = web;
/** One machine, with a volume. */
export const diskToml = `${web}[[mounts]]
  source = "data"
  destination = "/data"
`;
export const commandToml = `${web}[deploy]
  release_command = "true"
`;
export const bluegreenToml = `${web}[deploy]
  strategy = "bluegreen"
`;

export const server = `import { createServer } from 'node:http';
createServer((request, response) => response.end('ok')).listen(8080, '::', () => console.log('listening'));
process.on('SIGINT', () => process.exit(0));
`;
export const dockerfile = `FROM node:24-slim
COPY server.mjs /srv/server.mjs
CMD ["node", "/srv/server.mjs"]
`;
