import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { stageCommands } from './commands.js';

/** The committed bundle, as npm and the scripts run it; nothing of the caller's environment reaches it. */
function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { PATH: '/nowhere', ...environment };
  return spawnSync(process.execPath, ['packages/cli/dist/index.js', ...args], { env, encoding: 'utf8' });
}

describe('fly-monitoring', () => {
  test('prints its commands without an argument, and ends well', () => {
    const { status, stdout } = run([]);
    expect(status).toBe(0);
    for (const command of [...Object.keys(stageCommands), 'hash-password']) expect(stdout).toContain(`\n  ${command} `);
  });

  test.each(Object.entries(stageCommands))('%s --help lists every input of its action', (command, stage) => {
    const { status, stdout } = run([command, '--help']);
    expect(status).toBe(0);
    for (const name of Object.keys(stage.inputs)) expect(stdout).toContain(`\n  --${name} `);
  });

  test('names the commands when it does not know one, with exit code 2', () => {
    const { status, stderr } = run(['deplyo']);
    expect(status).toBe(2);
    expect(stderr).toContain('"deplyo" is not a command; the commands are deploy, deploy-monitoring');
  });

  test('tells every wrong input at once, and the next step', () => {
    const { status, stderr } = run(['deploy', '--strategy', 'fast', '--acess', 'open', '--wait-timeout=soon']);
    expect(status).toBe(2);
    expect(stderr).toContain('Input "strategy" is "fast"; it must be one of');
    expect(stderr).toContain('Input "acess" is unknown; did you mean "access"?');
    expect(stderr).toContain('Input "wait-timeout" is "soon"');
    expect(stderr).toContain('Next: Correct the inputs and run again.');
  });

  test('verify-targets tells every input that can be wrong, when all of them are', () => {
    const spec = stageCommands['verify-targets']?.inputs ?? {};
    const checked = ['url', 'duration', 'choice', 'boolean', 'integer'];
    const wrongByThemselves = Object.entries(spec)
      .filter(([, { kind }]) => checked.includes(kind))
      .map(([name]) => name);
    const wrongInside = [
      'jobs',
      'since',
      'endpoints',
      'gates',
      'release',
      'monitoring-since',
      'prometheus-version',
      'monitored-app',
      'environment',
    ];
    const names = [...wrongByThemselves, ...wrongInside];
    const { status, stderr } = run(['verify-targets', ...names.map((name) => `--${name}=no such >= thing`)]);
    expect(status).toBe(2);
    expect(names.filter((name) => !stderr.includes(`Input "${name}"`))).toEqual([]);
  });

  test('refuses a secret on the command line and does not repeat it', () => {
    const { status, stdout, stderr } = run(['deploy-app', '--fly-api-token', 'fm2_hunter2']);
    expect(status).toBe(2);
    expect(stderr).toContain('Set FLY_API_TOKEN in the environment');
    expect(stdout + stderr).not.toContain('hunter2');
  });

  test('gives an error as JSON when JSON was asked for', () => {
    const { status, stdout } = run(['verify-targets', '--interval', 'x', '--json']);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ conclusion: 'failure', code: 'INPUT_INVALID' });
  });
});

describe('hash-password', () => {
  test('prints two lines for "flyctl secrets import", the same ones each time, without the password', () => {
    const environment = { PROMETHEUS_PASSWORD: 'correct horse', MONITORING_APP: 'shop-monitoring' };
    const [first, second] = [run(['hash-password'], environment), run(['hash-password'], environment)];
    expect(first.stdout).toMatch(
      /^PROMETHEUS_BASIC_AUTH="admin:\$2b\$10\$[./A-Za-z0-9]{53}"\nPROMETHEUS_SELF_AUTH="[^"]+"\n$/,
    );
    expect(first.stdout).toBe(second.stdout);
    expect(first.stdout).not.toContain('correct horse');
  });

  test('says how to give the password when there is none', () => {
    const { status, stderr } = run(['hash-password']);
    expect(status).toBe(2);
    expect(stderr).toContain('read -rs PROMETHEUS_PASSWORD');
  });
});
