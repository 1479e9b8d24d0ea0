import { workerToml } from './apps.js';
import type { Lane } from './row.js';

/** What happens to every command, whichever app it is for. */
export const sessionLane: Lane = {
  app: 'anyone',
  toml: workerToml,
  isDeployed: true,
  reruns: 'last',
  rows: [
    {
      kind: 'api-unavailable',
      when: 'once, and the question is asked again',
      expects: { code: 'success', notice: false, says: [/release \d+ is live/], deploys: 1 },
    },
    {
      kind: 'api-unavailable',
      times: 'always',
      expects: {
        code: 'FLY_COMMAND_FAILED',
        says: [/Fly\.io could not answer "flyctl status -a anyone"/, /503/],
        hint: /status\.fly\.io/,
        state: 'nothing ran',
        deploys: 0,
      },
    },
    {
      kind: 'api-unavailable',
      when: 'for the deploy alone',
      from: 'deploy',
      expects: {
        code: 'FLY_COMMAND_FAILED',
        says: [/Fly\.io could not answer "flyctl deploy -a anyone"/],
        hint: /status\.fly\.io/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'api-unavailable',
      when: 'from the deploy on',
      from: 'deploy',
      times: 'always',
      expects: {
        code: 'FLY_COMMAND_FAILED',
        says: [/could not answer "flyctl deploy -a anyone"/],
        hint: /fly status -a anyone|status\.fly\.io/,
        state: 'unknown',
        deploys: 1,
      },
    },
    {
      kind: 'token-revoked',
      times: 'always',
      expects: {
        code: 'FLY_TOKEN_REFUSED',
        says: [/refused the token for "flyctl status -a anyone"/],
        hint: /fly tokens create deploy -a anyone/,
        state: 'nothing ran',
        deploys: 0,
      },
    },
    {
      kind: 'token-revoked',
      when: 'from the deploy on',
      from: 'deploy',
      times: 'always',
      expects: {
        code: 'FLY_TOKEN_REFUSED',
        says: [/refused the token for "flyctl deploy -a anyone"/],
        hint: /fly tokens create deploy -a anyone/,
        state: 'unknown',
        deploys: 1,
      },
    },
    {
      kind: 'network-down',
      times: 'always',
      expects: {
        code: 'NETWORK_UNREACHABLE',
        says: [/"flyctl status -a anyone" could not find the address of Fly\.io/, /no such host/],
        hint: /DNS/,
        state: 'nothing ran',
        deploys: 0,
      },
    },
    {
      kind: 'network-down',
      when: 'for the deploy alone',
      from: 'deploy',
      expects: {
        code: 'NETWORK_UNREACHABLE',
        says: [/"flyctl deploy -a anyone" could not find the address of Fly\.io/],
        hint: /DNS/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'connection-reset',
      times: 'always',
      expects: {
        code: 'NETWORK_UNREACHABLE',
        says: [/connection of "flyctl status -a anyone" to Fly\.io broke/, /connection reset by peer/],
        hint: /HTTPS_PROXY/,
        state: 'nothing ran',
        deploys: 0,
      },
    },
    {
      kind: 'connection-reset',
      when: 'for the deploy alone',
      from: 'deploy',
      expects: {
        code: 'NETWORK_UNREACHABLE',
        says: [/connection of "flyctl deploy -a anyone" to Fly\.io broke/],
        hint: /Run again/,
        state: 'listed',
        deploys: 1,
      },
    },
  ],
};
