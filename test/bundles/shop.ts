/** The smallest app that can be deployed. */
export const shopFiles = {
  'fly.toml': 'app = "shop"\nprimary_region = "nrt"\n[http_service]\n  internal_port = 8080\n',
  Dockerfile: 'FROM node:24-slim\n',
};

export const shopInputs = { 'monitored-app': 'shop', 'fly-api-token': 'fm2_abcdef' };
