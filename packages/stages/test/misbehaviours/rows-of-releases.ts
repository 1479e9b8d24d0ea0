import { bluegreenToml, diskToml, webToml } from './apps.js';
import type { Lane } from './row.js';

/** Nothing of the app is there yet. */
const firstDeploys: readonly Lane[] = [
  {
    app: 'unpaid',
    toml: webToml,
    isDeployed: false,
    reruns: 'each',
    rows: [
      {
        kind: 'payment-required',
        expects: {
          code: 'FLY_PAYMENT_NEEDED',
          says: [/wants a payment method before it makes a machine for "unpaid"/],
          hint: /Billing/,
          state: 'listed',
          deploys: 1,
        },
      },
    ],
  },
  {
    app: 'crowded',
    toml: webToml,
    isDeployed: false,
    reruns: 'each',
    rows: [
      {
        kind: 'no-capacity',
        expects: {
          code: 'FLY_COMMAND_FAILED',
          says: [/Fly\.io has no room for a machine of "crowded"/, /insufficient memory/],
          hint: /another region/,
          state: 'listed',
          deploys: 1,
        },
      },
    ],
  },
  {
    app: 'heavy',
    toml: diskToml,
    isDeployed: false,
    reruns: 'each',
    rows: [
      {
        kind: 'volume-host-full',
        expects: {
          code: 'FLY_COMMAND_FAILED',
          says: [/Fly\.io has no room for a machine of "heavy"/, /existing volume/],
          hint: /fly volumes fork <id> -a heavy/,
          state: 'listed',
          deploys: 1,
        },
      },
    ],
  },
];

/** The machines keep the release before, or one of them does. */
const held: Lane = {
  app: 'held',
  toml: webToml,
  isDeployed: true,
  reruns: 'each',
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
  reruns: 'each',
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
      kind: 'hang-after-success',
      given: { deadline: '130s' },
      expects: {
        code: 'success',
        notice: true,
        says: [/"flyctl deploy -a odd" did not end within .*was stopped/, /The machines show that the release is live/],
        deploys: 1,
      },
    },
    {
      kind: 'no-release-json',
      expects: { code: 'success', notice: false, says: [/release \d+ is live/], deploys: 1 },
    },
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
  ],
};

const bluegreen: Lane = {
  app: 'bluegreen',
  toml: bluegreenToml,
  isDeployed: true,
  reruns: 'each',
  rows: [
    {
      kind: 'bluegreen-org-limit',
      expects: {
        code: 'FLY_COMMAND_FAILED',
        says: [/organisation of "bluegreen" may not have as many machines as a bluegreen deploy needs/],
        hint: /strategy.*rolling/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'bluegreen-never-starts',
      expects: {
        code: 'DEPLOY_NOT_LIVE',
        says: [/The new release of "bluegreen" did not become healthy/, /green machines into started state/],
        hint: /fly logs -a bluegreen/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'bluegreen-never-healthy',
      expects: {
        code: 'DEPLOY_NOT_LIVE',
        says: [/The new release of "bluegreen" did not become healthy/, /green machines to be healthy/],
        hint: /fly checks list -a bluegreen/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'bluegreen-not-destroyed',
      expects: {
        code: 'DEPLOY_NOT_LIVE',
        says: [/flyctl reported success, but release \d+ of "bluegreen" is not live/, /runs release \d+, expected \d+/],
        hint: /fly machine list -a bluegreen/,
        state: 'listed',
        deploys: 1,
      },
    },
  ],
};

export const releaseLanes: readonly Lane[] = [...firstDeploys, held, sick, odd, bluegreen];
