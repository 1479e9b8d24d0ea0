import { describe, expect, test } from '@jest/globals';
import { parse } from 'smol-toml';
import { validateConfig } from './validate.js';

function verdict(toml: string, strategy?: string) {
  const config = { raw: parse(toml), file: '/x/fly.toml', workingDirectory: '/x' };
  return strategy === undefined ? validateConfig(config) : validateConfig(config, strategy);
}

const MOUNTS = '[[mounts]]\nsource = "data"\ndestination = "/data"\n';

describe('the validation of a configuration', () => {
  test('names the file, and says that it is valid', () => {
    expect(verdict('app = "x"\n')).toEqual({
      text: 'Validating /x/fly.toml\n\u001b[32m✓\u001b[0m Configuration is valid\n',
      isValid: true,
    });
  });

  test('refuses canary with mounts, and bluegreen with them not', () => {
    expect(verdict(MOUNTS, 'canary')).toMatchObject({
      isValid: false,
      text: expect.stringContaining(
        'error canary deployment strategy is not supported when using mounted volumes\n   \u001b[31m✘\u001b[0minvalid app configuration\n',
      ),
    });
    expect(verdict(MOUNTS, 'bluegreen').isValid).toBe(true);
    expect(verdict(`${MOUNTS}[deploy]\nstrategy = "canary"\n`).isValid).toBe(false);
  });

  test.each([
    ['[deploy]\nstrategy = "fast"\n', "unsupported deployment strategy 'fast'"],
    ['[deploy]\nrelease_command = "sh -c \'x"\n', "Can't shell split release command"],
    ['[checks.a]\ninterval = "1s"\n', "Check 'a' interval is too short"],
    ['[checks.a]\ntimeout = "2m"\n', "Check 'a' timeout is too long"],
    ['[http_service]\nprocesses = ["web"]\n', "Service specifies 'web' as one of its processes"],
    ['[processes]\na = ""\nb = ""\n[http_service]\ninternal_port = 1\n', 'app has 2 processes defined'],
    [`${MOUNTS}initial_size = "100mb"\n`, 'smaller than 1GB'],
    ['[[restart]]\npolicy = "sometimes"\n', 'invalid restart policy: sometimes'],
  ])('refuses %j', (toml, text) => {
    expect(verdict(toml)).toMatchObject({ isValid: false, text: expect.stringContaining(text) });
  });

  test('only warns of a service without ports', () => {
    expect(verdict('[[services]]\ninternal_port = 1\n')).toMatchObject({
      isValid: true,
      text: expect.stringContaining('WARNING: Service must expose at least one port'),
    });
  });
});
