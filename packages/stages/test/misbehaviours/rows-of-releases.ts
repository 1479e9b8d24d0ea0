import { webToml, workerToml } from './apps.js';
import type { Lane } from './row.js';
import { bluegreen, firstDeploys } from './rows-of-creation.js';

/** The machines keep the release before, or one of them does. */
const held: Lane = {
  app: 'held',
  toml: webToml,
  isDeployed: true,
  reruns: 'last',
  rows: [
    {
      kind: 'lease-held',
      expects: {
        code: 'FLY_LEASE_HELD',
        says: [/Another deploy holds the machines of "held" until 20\d\d-\S+Z\./, /expected \d/],
        hint: /fly machine leases clear -a held/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'release-not-running',
      expects: {
        code: 'FLY_COMMAND_FAILED',
        says: [/Fly\.io could not answer "flyctl deploy -a held"/, /failed to set release status/],
        hint: /status\.fly\.io/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'update-refused',
      expects: {
        code: 'FLY_COMMAND_FAILED',
        says: [/could not answer "flyctl deploy -a held"/, /failed to update VM/, /runs release \d+, expected \d+/],
        hint: /status\.fly\.io/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'image-reverted',
      expects: {
        code: 'DEPLOY_NOT_LIVE',
        says: [/flyctl reported success, but release \d+ of "held" is not live/, /runs release \d+, expected \d+/],
        hint: /fly machine list -a held/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'host-full-on-update',
      when: 'without a volume: the machine is replaced',
      expects: { code: 'success', notice: false, says: [/release \d+ is live/, /Replacing/], deploys: 1 },
    },
  ],
};

/** A machine gets the release and does not do well. */
const sick: Lane = {
  app: 'sick',
  toml: webToml,
  isDeployed: true,
  reruns: 'last',
  rows: [
    {
      kind: 'smoke-fails',
      expects: {
        code: 'DEPLOY_NOT_LIVE',
        says: [/The new release of "sick" keeps crashing/, /smoke checks for \w+ failed/, /listening/],
        hint: /fly logs -a sick/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'logs-denied',
      with: ['smoke-fails'],
      times: 'always',
      expects: {
        code: 'DEPLOY_NOT_LIVE',
        says: [/keeps crashing/, /not authorized to retrieve logs/, /This token may not read logs; "fly logs -a sick"/],
        hint: /one of the organisation may/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'logs-unavailable',
      with: ['smoke-fails'],
      times: 'always',
      expects: {
        code: 'DEPLOY_NOT_LIVE',
        says: [/keeps crashing/, /Fly\.io could not show the logs now; "fly logs -a sick"/],
        hint: /fly logs -a sick/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'checks-never-pass',
      times: 'always',
      given: { 'wait-timeout': '2s' },
      expects: {
        code: 'DEPLOY_NOT_LIVE',
        says: [/The new release of "sick" did not become healthy/, /check "\S+" is (critical|warning)/],
        hint: /fly checks list -a sick/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'exit-zero-on-failure',
      with: ['checks-never-pass'],
      times: 'always',
      given: { 'wait-timeout': '2s' },
      expects: {
        code: 'DEPLOY_NOT_LIVE',
        says: [/flyctl reported success, but release (\d+) of "sick" is not live\. Fly lists release \1 as failed/],
        hint: /fly machine list -a sick/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'machine-never-starts',
      expects: {
        code: 'DEPLOY_NOT_LIVE',
        says: [/The new release of "sick" did not become healthy/, /never started/, /expected \d+/],
        hint: /fly logs -a sick/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'machine-lost',
      expects: {
        code: 'DEPLOY_NOT_LIVE',
        says: [/A machine of "sick" was gone while flyctl waited for it/, /error getting machine \w+/],
        hint: /fly machine list -a sick.*run again/,
        state: 'listed',
        deploys: 1,
      },
    },
  ],
};

/** The release is live, though flyctl or Fly says something else, or too little. */
const odd: Lane = {
  app: 'odd',
  toml: webToml,
  isDeployed: true,
  reruns: 'last',
  rows: [
    {
      kind: 'stale-secrets',
      expects: { code: 'success', notice: false, says: [/release \d+ is live/], deploys: 1 },
    },
    {
      kind: 'dns-not-propagated',
      expects: {
        code: 'success',
        notice: false,
        says: [/flyctl \| .*DNS verification failed: .*odd\.fly\.dev/],
        deploys: 1,
      },
    },
    {
      kind: 'dns-fails',
      expects: { code: 'success', notice: false, says: [/release \d+ is live/], deploys: 1 },
    },
    {
      kind: 'release-status-lost',
      expects: { code: 'success', notice: true, says: [/Fly lists release (\d+) as running/], deploys: 1 },
    },
    {
      kind: 'no-release-json',
      expects: { code: 'success', notice: false, says: [/release \d+ is live/], deploys: 1 },
    },
  ],
};

const stuck: Lane = {
  app: 'stuck',
  toml: workerToml,
  isDeployed: true,
  reruns: 'last',
  rows: [
    {
      kind: 'hang-after-success',
      given: { deadline: '130s' },
      // The deadline less the time for looking afterwards is what the deploy has: 4 s of real time.
      speed: 10,
      expects: {
        code: 'success',
        notice: true,
        says: [
          /"flyctl deploy -a stuck" did not end within .*was stopped/,
          /The machines show that the release is live/,
        ],
        deploys: 1,
      },
    },
  ],
};

export const releaseLanes: readonly Lane[] = [...firstDeploys, held, sick, odd, stuck, bluegreen];
