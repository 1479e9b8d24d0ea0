import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleWorld } from './run-bundle.js';
import { type ScriptedFlyctl, scriptFlyctl, shopLive } from './scripted-flyctl.js';
import { shopFiles, shopInputs } from './shop.js';

/** What a job can have around, none of which is a child's business. */
const job = {
  GRAFANA_API_KEY: 'glsa_secret',
  PROMETHEUS_PASSWORD: 'pr0metheus',
  GITHUB_TOKEN: 'ghs_secret',
  GITHUB_ENV: '/dev/null',
  ACTIONS_RUNTIME_TOKEN: 'runtime-secret',
  FLY_MONITORING_API_TOKEN: 'fm2_other',
  FLY_ACCESS_TOKEN: 'fm2_access',
  LOG_LEVEL: 'debug',
  DEPLOY_TRIGGER: 'launch',
  FLY_ORG: 'other',
  FLY_ORGANIZATION: 'other',
  FLY_APP: 'other',
  FLY_REGION: 'syd',
  FLYCTL_OUTPUT_HAR: '/tmp/har',
};
/** Of these a child gets what it may have. */
const allowed = /^(PATH|HOME|USER|TMPDIR|TMP|TEMP|TZ|LANG|LANGUAGE|LC_\w+|SSL_CERT_\w+|\w+_PROXY|\w+_proxy)$/;
const ours =
  /^(CI|NO_COLOR|FLY_NO_UPDATE_CHECK|FLY_NO_INCIDENTS_CHECK|FLY_SEND_METRICS|FLY_SYNTHETICS_AGENT|FLY_EMIT_RELEASE_JSON|FLY_API_TOKEN)$/;

/** A deploy that fails at once: what comes behind it is not the subject here. */
const refused = { kind: 'answers', stdout: '', stderr: 'Error: something new\n', exitCode: 1 } as const;
const shopFailing = { ...shopLive, deploy: refused };

describe('every child of an action', () => {
  let world: BundleWorld;
  let flyctl: ScriptedFlyctl;
  beforeEach(() => {
    world = new BundleWorld(shopFiles);
    flyctl = scriptFlyctl(world.base, shopFailing);
  });
  afterEach(() => world.remove());

  test('gets nothing of the job but what is on the list, and its own token', async () => {
    const inputs = { ...shopInputs, secrets: 'API_KEY=k3y-of-shop', 'metrics-token': 'm3trics-token' };
    await world.run({ unit: 'actions/deploy-app', inputs, environment: job, path: [flyctl.folder] });
    const calls = flyctl.calls();
    expect(calls.map(({ argv }) => argv[0])).toEqual(
      expect.arrayContaining(['version', 'status', 'secrets', 'deploy']),
    );
    for (const { argv, env } of calls) {
      expect([argv, Object.keys(env).filter((name) => !allowed.test(name) && !ours.test(name))]).toEqual([argv, []]);
      expect([argv, env['FLY_API_TOKEN']]).toEqual([argv, argv[0] === 'version' ? undefined : 'fm2_abcdef']);
    }
  });

  test('without a token uses the login that flyctl has, wherever that is', async () => {
    const environment = { ...job, FLY_CONFIG_DIR: join(world.base, 'login') };
    const { 'fly-api-token': _, ...inputs } = shopInputs;
    await world.run({ unit: 'actions/deploy-app', inputs, environment, path: [flyctl.folder] });
    const status = flyctl.calls().find(({ argv }) => argv[0] === 'status');
    expect(status?.env).toMatchObject({ FLY_CONFIG_DIR: environment.FLY_CONFIG_DIR, FLY_ACCESS_TOKEN: 'fm2_access' });
    expect(status?.env).not.toHaveProperty('FLY_API_TOKEN');
  });
});

describe('an action', () => {
  let world: BundleWorld;
  beforeEach(() => {
    world = new BundleWorld(shopFiles);
  });
  afterEach(() => world.remove());

  test('says its last words to a reader that is slow', async () => {
    const log = Array.from({ length: 20_000 }, (_, line) => `#${line} building and building and building`).join('\n');
    const stderr = 'Error: something new\n';
    const flyctl = scriptFlyctl(world.base, {
      ...shopLive,
      deploy: { kind: 'answers', stdout: log, stderr, exitCode: 1 },
    });
    const run = await world.run({
      unit: 'actions/deploy-app',
      inputs: shopInputs,
      path: [flyctl.folder],
      reader: 'slow',
    });
    expect(run.stdout).toContain('#19999 building');
    expect(run.stdout.trimEnd().split('\n').at(-1)).toMatch(/^::error title=FLY_COMMAND_FAILED::/);
    expect(run.exitCode).toBe(1);
  });

  test('keeps ordinary words out of the masks and its outputs whole, and hides real secrets', async () => {
    const flyctl = scriptFlyctl(world.base, shopFailing);
    const secrets = 'NODE_ENV=prod\nAPP_NAME=shop-shop\nORIGIN=https://shop.fly.dev\nDB_PASSWORD=s3cret-of-db';
    const run = await world.run({
      unit: 'actions/deploy-app',
      inputs: { ...shopInputs, secrets },
      path: [flyctl.folder],
    });
    const masks = run.stdout.split('\n').filter((line) => line.startsWith('::add-mask::'));
    const hidden = (value: string) =>
      [value, Buffer.from(value).toString('base64')].map((form) => `::add-mask::${form}`);
    for (const word of ['prod', 'shop-shop', 'https://shop.fly.dev'])
      for (const mask of hidden(word)) expect(masks).not.toContain(mask);
    expect(masks).toEqual(expect.arrayContaining([...hidden('s3cret-of-db'), ...hidden('fm2_abcdef')]));
    expect(run.outputs).toMatch(/^url<<\S+\nhttps:\/\/shop\.fly\.dev\n/m);
    expect(run.outputs).not.toContain('***');
  });

  test('takes no notice of an event file that is damaged', async () => {
    const event = join(world.base, 'event.json');
    writeFileSync(event, '{ "not": json');
    const flyctl = scriptFlyctl(world.base, shopLive);
    const environment = { GITHUB_EVENT_PATH: event };
    const inputs = { ...shopInputs, 'dry-run': 'true' };
    const run = await world.run({ unit: 'actions/deploy-app', inputs, environment, path: [flyctl.folder] });
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
  });
});
