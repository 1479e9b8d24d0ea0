import { commandToml, workerToml } from './apps.js';
import type { Lane, Row } from './row.js';
import { lanesOfVolumes } from './rows-of-volumes.js';
import { unavailable } from './unavailable.js';

const builderTrouble = (kind: Row['kind'], app: string): Row => ({
  kind,
  times: 2,
  expects: {
    code: 'FLY_BUILD_FAILED',
    says: [new RegExp(`The image of "${app}" could not be built: the builder gave no answer, twice`)],
    hint: /Run again.*status\.fly\.io/,
    state: 'listed',
    deploys: 2,
  },
});

/** What goes wrong with builds and images. */
const builds: Lane = {
  app: 'builds',
  toml: workerToml,
  isDeployed: true,
  reruns: 'last',
  rows: [
    {
      kind: 'builder-fails',
      when: 'once, and the build is tried again',
      expects: { code: 'success', notice: false, says: [/EnsureMachineRemoteBuilder/], deploys: 2 },
    },
    builderTrouble('builder-fails', 'builds'),
    builderTrouble('builder-heartbeat', 'builds'),
    builderTrouble('builder-closes', 'builds'),
    builderTrouble('builder-eof', 'builds'),
    {
      kind: 'push-denied',
      expects: {
        code: 'FLY_TOKEN_REFUSED',
        says: [/The image of "builds" was built, but the registry of Fly\.io refused to take it/, /unauthorized/],
        hint: /fly tokens create deploy -a builds/,
        state: 'listed',
        deploys: 1,
      },
    },
  ],
};

/** What the questions before a deploy meet. */
const questions: Lane = {
  app: 'questions',
  toml: workerToml,
  isDeployed: true,
  reruns: 'last',
  rows: [
    {
      kind: 'rate-limited',
      when: 'once, and the question is asked again',
      expects: { code: 'success', notice: false, says: [/release \d+ is live/], deploys: 1 },
    },
    {
      kind: 'rate-limited',
      times: 'always',
      expects: {
        code: 'FLY_RATE_LIMITED',
        says: [/Fly\.io refused "flyctl status -a questions" because too many requests/],
        hint: /in a minute/,
        state: 'nothing ran',
        deploys: 0,
      },
    },
    { kind: 'machines-api-unavailable', times: 'always', expects: unavailable('status', 'questions') },
    {
      kind: 'machines-api-deadline',
      when: 'once, and the question is asked again',
      expects: { code: 'success', notice: false, says: [/release \d+ is live/], deploys: 1 },
    },
    {
      kind: 'machines-api-deadline',
      times: 'always',
      expects: {
        code: 'FLY_TIMEOUT',
        says: [/"flyctl status -a questions" gave up: Fly\.io did not answer in time/],
        hint: /run again/,
        state: 'nothing ran',
        deploys: 0,
      },
    },
    { kind: 'secrets-unavailable', times: 'always', expects: unavailable('secrets list', 'questions') },
    { kind: 'releases-unavailable', times: 'always', expects: unavailable('releases', 'questions') },
  ],
};

/** What the first words of a deploy meet, and the steps before it. */
const steps: Lane = {
  app: 'steps',
  toml: workerToml,
  isDeployed: true,
  reruns: 'last',
  rows: [
    {
      kind: 'app-vanished',
      when: 'for the deploy',
      from: 'deploy',
      expects: {
        code: 'FLY_APP_MISSING',
        says: [/Fly app "steps" does not exist, or the token may not see it/],
        hint: /fly apps create steps/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'app-vanished',
      when: 'for the plan',
      given: { create: 'false' },
      expects: {
        code: 'FLY_APP_MISSING',
        says: [/Fly app "steps" does not exist, or the token may not see it/],
        hint: /fly apps create steps/,
        state: 'nothing ran',
        deploys: 0,
      },
    },
    {
      kind: 'secrets-unavailable',
      when: 'when the token is staged',
      from: 'secrets import',
      given: { 'metrics-token': 'tok-of-nobody' },
      expects: unavailable('secrets import', 'steps'),
    },
    {
      kind: 'rate-limited',
      when: 'for the deploy',
      from: 'deploy',
      expects: {
        code: 'FLY_RATE_LIMITED',
        says: [/refused "flyctl deploy -a steps" because too many requests/],
        hint: /in a minute/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'machines-api-unavailable',
      when: 'for the deploy',
      from: 'deploy',
      expects: { ...unavailable('deploy', 'steps'), state: 'listed', deploys: 1 },
    },
    {
      kind: 'machines-api-deadline',
      when: 'for the deploy',
      from: 'deploy',
      expects: {
        code: 'FLY_TIMEOUT',
        says: [/"flyctl deploy -a steps" gave up: Fly\.io did not answer in time/],
        hint: /fly status -a steps/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'release-refused',
      expects: { ...unavailable('deploy', 'steps'), state: 'listed', deploys: 1 },
    },
    {
      kind: 'config-refused',
      expects: {
        code: 'FLY_CONFIG_REFUSED',
        says: [/flyctl refused the configuration of "steps"/, /Check 'hasty' interval is too short/],
        hint: /fly config validate/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'releases-unavailable',
      when: 'after a good deploy',
      from: 'deploy',
      times: 'always',
      expects: {
        code: 'success',
        notice: true,
        says: [
          /Whether Fly lists release \d+ as complete is not known: Fly\.io could not answer "flyctl releases -a steps"/,
          /The machines show that the release is live/,
        ],
        deploys: 1,
      },
    },
    {
      kind: 'releases-unavailable',
      when: 'after a good deploy whose version flyctl does not print',
      with: ['no-release-json'],
      from: 'deploy',
      times: 'always',
      expects: {
        code: 'success',
        notice: true,
        says: [/is not known: Fly\.io could not answer "flyctl releases -a steps"/],
        deploys: 1,
      },
    },
  ],
};

const images: Lane = {
  app: 'images',
  toml: `${workerToml}[build]\n  image = "registry.fly.io/builds:abc-1-1"\n`,
  isDeployed: false,
  reruns: 'last',
  rows: [
    {
      kind: 'image-vanished',
      expects: {
        code: 'FLY_IMAGE_MISSING',
        says: [/The image to deploy to "images" was not found/, /registry\.fly\.io\/builds:abc-1-1/],
        hint: /Push it before this step/,
        state: 'listed',
        deploys: 1,
      },
    },
  ],
};

/** Nothing to ask Fly with. */
const strangers: Lane = {
  app: 'strangers',
  toml: workerToml,
  isDeployed: true,
  reruns: 'last',
  rows: [
    {
      kind: 'no-token',
      expects: {
        code: 'FLY_TOKEN_MISSING',
        says: [/No Fly token was given: input "fly-api-token"/],
        hint: /fly tokens create deploy.*fly auth login/,
        state: 'nothing asked',
        deploys: 0,
      },
    },
    {
      kind: 'login-without-date',
      expects: {
        code: 'FLY_TOKEN_MISSING',
        says: [/flyctl has no login for "flyctl status -a strangers", or one that is older than 30 days/],
        hint: /flyctl auth login/,
        state: 'nothing ran',
        deploys: 0,
      },
    },
  ],
};

const commands: Lane = {
  app: 'commands',
  toml: commandToml,
  isDeployed: true,
  reruns: 'last',
  rows: [
    {
      kind: 'release-command-not-created',
      expects: {
        code: 'RELEASE_COMMAND_FAILED',
        says: [/release_command of "commands" did not run/, /failed to launch VM/, /no machine was changed/],
        hint: /Run again.*status\.fly\.io/,
        state: 'listed',
        deploys: 1,
      },
    },
    {
      kind: 'release-command-hangs',
      expects: {
        code: 'RELEASE_COMMAND_FAILED',
        says: [/release_command of "commands" did not end in time/, /no machine was changed/],
        hint: /release_command_timeout/,
        state: 'listed',
        deploys: 1,
      },
    },
  ],
};

export const lanesBeforeRelease: readonly Lane[] = [
  builds,
  questions,
  steps,
  images,
  ...lanesOfVolumes,

  strangers,
  commands,
];
