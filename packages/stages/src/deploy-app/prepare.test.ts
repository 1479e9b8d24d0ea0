import { join } from 'node:path';
import { diskFiles as files } from '@fly-monitoring/kit';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { recordingTools } from '../../test/stage-tools.js';
import { prepareApp } from './prepare.js';

let workspace: string;
beforeEach(async () => {
  workspace = await files.makeTemporaryFolder();
  await files.writeText(join(workspace, 'fly.toml'), 'app = "shop"\n');
  await files.writeText(join(workspace, 'docker/Dockerfile.fly'), 'FROM scratch\n');
});
afterEach(() => files.removeFolder(workspace));

function prepare(given: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>> = {}) {
  return prepareApp(
    { given, environment: { FLY_API_TOKEN: 'FlyV1 a', ...environment } },
    recordingTools({ workspace }).tools,
  );
}

describe('what is deployed', () => {
  test('is a build of docker/Dockerfile.fly, or of the Dockerfile at the root', async () => {
    const built = async () => (await prepare({})).wanted.image;
    expect(await built()).toMatchObject({ kind: 'build', dockerfile: join(workspace, 'docker/Dockerfile.fly') });
    await files.removeFolder(join(workspace, 'docker'));
    await files.writeText(join(workspace, 'Dockerfile'), 'FROM scratch\n');
    expect(await built()).toMatchObject({ kind: 'build', dockerfile: join(workspace, 'Dockerfile') });
  });

  test('is an image when one is given, and known for ever only by its digest', async () => {
    const digest = await prepare({ image: 'r/shop@sha256:aa' });
    const tag = await prepare({ image: 'r/shop:latest' });
    expect(digest.wanted.image).toEqual({ kind: 'image', reference: 'r/shop@sha256:aa' });
    expect([(await digest.fingerprint).image, (await tag.fingerprint).image]).toEqual([expect.any(String), undefined]);
  });

  test('gets its build arguments and secrets as they were written', async () => {
    const { wanted } = await prepare(
      { 'build-args': 'A=1\n\n  B=x=y\n', secrets: 'DB=postgres://u:p@h/d?x=#1' },
      { METRICS_TOKEN: 'tok' },
    );
    expect(wanted.image).toMatchObject({
      buildArgs: new Map([
        ['A', '1'],
        ['B', 'x=y'],
      ]),
    });
    expect([...wanted.secrets].map(([name, secret]) => [name, secret.reveal()])).toEqual([
      ['DB', 'postgres://u:p@h/d?x=#1'],
      ['METRICS_TOKEN', 'tok'],
    ]);
  });
});

describe('nothing is begun when', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['there is no fly.toml', { config: 'x/fly.toml' }, 'there is no file x/fly.toml'],
    ['there is no Dockerfile', { dockerfile: 'Other' }, 'there is no file Other'],
    ['image and Dockerfile are given', { image: 'a', dockerfile: 'docker/Dockerfile.fly' }, 'exclude each other'],
    ['build arguments have no build', { image: 'a', 'build-args': 'A=1' }, 'has no effect'],
    ['build arguments are wrong', { 'build-args': 'A' }, 'NAME=value'],
    ['a secret cannot be written', { secrets: 'A="x"' }, 'Secret A begins or ends with a quotation mark'],
    ['METRICS_TOKEN is given twice', { secrets: 'METRICS_TOKEN=a', 'metrics-token': 'b' }, 'given twice'],
    ['there is no organisation to create in', { create: 'true' }, '"org" is missing'],
    ['a strategy is unknown', { strategy: 'fast' }, 'rolling, bluegreen, canary, immediate'],
  ])('%s', async (_, given, problem) => {
    await expect(prepare(given)).rejects.toMatchObject({ message: expect.stringContaining(problem) });
  });

  test('flyctl would silently take another Dockerfile', async () => {
    await files.writeText(join(workspace, 'fly.toml'), 'app = "shop"\n[build]\ndockerfile = "Mine"\n');
    await files.writeText(join(workspace, 'Mine'), 'FROM scratch\n');
    await expect(prepare({ dockerfile: 'docker/Dockerfile.fly' })).rejects.toMatchObject({
      message: expect.stringContaining('names "Mine", and flyctl takes that one'),
    });
    expect((await prepare({})).wanted.image).toMatchObject({ dockerfile: join(workspace, 'Mine') });
  });
});
