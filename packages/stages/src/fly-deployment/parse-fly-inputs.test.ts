import { join } from 'node:path';
import { diskFiles as files } from '@fly-monitoring/kit';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { recordingTools } from '../../test/stage-tools.js';
import { deployAppInputs } from '../deploy-app/inputs.js';
import { parseFlyInputs } from './parse-fly-inputs.js';

let home: string;
beforeEach(async () => {
  home = await files.makeTemporaryFolder();
});
afterEach(() => files.removeFolder(home));

type Texts = Readonly<Record<string, string>>;

async function parse(given: Texts, environment: Texts = {}) {
  const { tools } = recordingTools({ workspace: home });
  const wanted = { spec: deployAppInputs, tokens: ['fly-api-token'] as const };
  const { inputs, problems } = await parseFlyInputs(wanted, { given, environment }, tools);
  problems.throwIfAny();
  return inputs;
}

const token = { 'fly-api-token': 'FlyV1 a' };
const sum = 'a'.repeat(64);

describe('a missing Fly token', () => {
  const missing = { code: 'FLY_TOKEN_MISSING', hint: expect.stringContaining('fly tokens create deploy') };

  test('is refused by name, with the secret and the way to make one', async () => {
    await expect(parse({})).rejects.toMatchObject({
      ...missing,
      message: expect.stringMatching(/"fly-api-token" .* FLY_API_TOKEN/),
    });
    await expect(parse({ 'fly-api-token': ' ' }, { FLY_ACCESS_TOKEN: '' })).rejects.toMatchObject(missing);
    // The monitoring app's token may not deploy the app.
    await expect(parse({ 'fly-monitoring-api-token': 'FlyV1 a' })).rejects.toMatchObject(missing);
  });

  test('comes in one error with every other wrong input', async () => {
    const wrong = parse({ strategy: 'fast', 'flyctl-checksum': 'unverified' });
    await expect(wrong).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(
        /"strategy" is "fast"[\s\S]*without "flyctl-version"[\s\S]*No Fly token was given/,
      ),
    });
  });

  test('is none where the environment has one', async () => {
    for (const name of ['FLY_API_TOKEN', 'FLY_ACCESS_TOKEN']) {
      await expect(parse({}, { [name]: 'FlyV1 a' })).resolves.toBeDefined();
    }
  });
});

describe('a login of flyctl', () => {
  const login = (text: string, path = '.fly/config.yml') => files.writeText(join(home, path), text);

  test.each([
    ['without a date, as older versions write it', 'access_token: fo1_a\n', true],
    ['of yesterday', 'access_token: fo1_a\nlast_login: 2026-11-21T12:00:00.123456789+02:00\n', true],
    ['of last year', 'access_token: fo1_a\nlast_login: 2025-11-21T12:00:00Z\n', false],
    ['that was logged out', 'access_token: ""\n', false],
    ['in a file that is no YAML', '{', false],
  ])('%s stands for a token: %s %s', async (_, text, isEnough) => {
    await login(text);
    const parsed = parse({}, { HOME: home });
    if (isEnough) await expect(parsed).resolves.toBeDefined();
    else await expect(parsed).rejects.toMatchObject({ code: 'FLY_TOKEN_MISSING' });
  });

  test('is looked for where FLY_CONFIG_DIR says, and only there', async () => {
    await login('access_token: fo1_a\n', 'other/config.yml');
    await expect(parse({}, { HOME: home, FLY_CONFIG_DIR: join(home, 'other') })).resolves.toBeDefined();
    await expect(parse({}, { HOME: home, FLY_CONFIG_DIR: join(home, 'none') })).rejects.toBeDefined();
  });
});

describe('the version of flyctl', () => {
  test.each<[Texts, string]>([
    [{ 'flyctl-version': '0.4.90' }, 'needs "flyctl-checksum"'],
    [{ 'flyctl-checksum': sum }, 'without "flyctl-version"'],
    [{ 'flyctl-version': 'v0.4.90', 'flyctl-checksum': sum }, '"flyctl-version" is "v0.4.90"'],
    [{ 'flyctl-version': 'latest', 'flyctl-checksum': sum }, '"flyctl-version" is "latest"'],
    [{ 'flyctl-version': '0.4.90', 'flyctl-checksum': 'abc' }, '"flyctl-checksum" is "abc"'],
    [{ 'flyctl-version': '0.4.90', 'flyctl-checksum': 'Unverified' }, '64 hexadecimal digits'],
  ])('%j is refused', async (given, message) => {
    await expect(parse({ ...token, ...given })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining(message),
    });
  });

  test.each<[Texts]>([
    [{ 'flyctl-version': '0.4.90', 'flyctl-checksum': sum.toUpperCase() }],
    [{ 'flyctl-version': '0.4.90', 'flyctl-checksum': 'unverified' }],
    [{ 'flyctl-version': '0.4.87' }],
    [{}],
  ])('%j is accepted', async (given) => {
    await expect(parse({ ...token, ...given })).resolves.toBeDefined();
  });
});
