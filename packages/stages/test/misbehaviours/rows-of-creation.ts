import { bluegreenToml, diskToml, webToml } from './apps.js';
import type { Lane } from './row.js';

/** Nothing of the app is there yet. */
export const firstDeploys: readonly Lane[] = [
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

/** All machines are made anew. */
export const bluegreen: Lane = {
  app: 'bluegreen',
  toml: bluegreenToml,
  isDeployed: true,
  reruns: 'last',
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
        says: [/release \d+ of "bluegreen" is not live alone: machines of a release before were left: \w+/],
        hint: /Run again.*fly machine destroy --force -a bluegreen \w+/,
        state: 'listed',
        deploys: 1,
      },
    },
  ],
};
