import { describe, expect, test } from '@jest/globals';
import { parse } from 'smol-toml';
import { parseMachines } from '../answers/machines.js';
import { parseFlyToml } from './fly-toml.js';
import { sleepingGroups } from './read-out.js';
import { renderFlyToml } from './render-fly-toml.js';

const read = (text: string) => parseFlyToml(text, 'fly.toml');
const groups = '[processes]\n  web = "a"\n  worker = "b"\n';

describe('the older forms that flyctl still reads', () => {
  test.each([
    ['[[env]]', '[[env]]\nA = "1"\n[[env]]\nA = "2"\nB = 3', { env: { A: '2', B: '3' } }],
    [
      '[[processes]]',
      '[[processes]]\nname = "web"\ncommand = "a"\n[[processes]]\nname = "worker"\n[[processes]]\ncommand = "lost"',
      { processGroups: ['web', 'worker'] },
    ],
    ['[mount]', '[mount]\nsource = "d"\ndestination = "/d"', { mounts: [{ source: 'd', destination: '/d' }] }],
    [
      '[mount] beside [[mounts]]',
      '[mount]\nsource = "a"\ndestination = "/a"\n[[mounts]]\nsource = "b"\ndestination = "/b"',
      { mounts: [{ source: 'a' }, { source: 'b' }] },
    ],
  ])('%s', (_, text, seen) => {
    expect(read(text)).toMatchObject(seen);
  });

  test('keep their environment when the file is written for a deploy', () => {
    const rendered = renderFlyToml('[[env]]\nA = "1"', { file: 'f', publicServices: 'kept', env: { B: '2' } });
    expect(parse(rendered)).toEqual({ env: { A: '1', B: '2' } });
  });
});

describe('a section that names no process group', () => {
  const section = '[http_service]\ninternal_port = 80\n[[mounts]]\nsource = "d"\ndestination = "/d"';

  test.each([
    ['app, where there is one', '[processes]\n  zoo = "a"\n  app = "b"\n', 'app'],
    ['the first by alphabet, where there is none', '[processes]\n  zoo = "a"\n  bar = "b"\n', 'bar'],
    ['app, where there are no groups', '', 'app'],
  ])('belongs to %s', (_, processes, group) => {
    const config = read(processes + section);
    expect([config.services[0]?.groups, config.mounts[0]?.groups]).toEqual([[group], [group]]);
  });
});

describe('a group sleeps', () => {
  const service = (port: number, autoStop: string) =>
    `[[services]]\ninternal_port = ${port}\nprocesses = ["web"]\nauto_stop_machines = ${autoStop}\n`;

  test.each([
    ['when all of its services may be stopped', service(1, '"stop"') + service(2, '"suspend"'), ['web']],
    ['never when one of them is not', service(1, '"stop"') + service(2, '"off"'), []],
    [
      'never when one of them says nothing',
      `${service(1, 'true')}[[services]]\ninternal_port = 2\nprocesses = ["web"]`,
      [],
    ],
    ['never without a service', '', []],
  ])('%s', (_, services, asleep) => {
    expect([...sleepingGroups(read(groups + services))]).toEqual(asleep);
  });

  test.each([
    [['stop', 'suspend'], true],
    [['stop', 'off'], false],
    [[], false],
  ])('by what its machine runs with: %p', (settings, sleeps) => {
    const services = settings.map((autostop) => ({ autostop }));
    const [machine] = parseMachines([{ id: 'm', state: 'started', config: { services } }]);
    expect(machine?.config?.autoStop).toBe(sleeps);
  });
});

test.each([
  ['"1.5m"', 90_000],
  ['"1h30m"', 5_400_000],
  ['90', 90_000],
])('a wait_timeout of %s is read as Go reads it', (text, ms) => {
  expect(read(`[deploy]\nwait_timeout = ${text}`).deploy.waitTimeoutMs).toBe(ms);
});
