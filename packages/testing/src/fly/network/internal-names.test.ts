import { describe, expect, test } from '@jest/globals';
import { lookUp, type NamedMachine } from './internal-names.js';

const base = { app: 'web', network: 'default', hidden: false, started: true };
const machines: readonly NamedMachine[] = [
  { ...base, id: 'm1', group: 'app', region: 'nrt', six: 'fdaa::1' },
  { ...base, id: 'm2', group: 'app', region: 'lhr', six: 'fdaa::2' },
  { ...base, id: 'm3', group: 'bot', region: 'nrt', six: 'fdaa::3', started: false },
  { ...base, id: 'm4', group: 'app', region: 'nrt', six: 'fdaa::4', hidden: true },
];

describe('names of the private network', () => {
  test.each([
    ['web.internal', ['fdaa::1', 'fdaa::2']],
    ['WEB.internal.', ['fdaa::1', 'fdaa::2']],
    ['global.web.internal', ['fdaa::1', 'fdaa::2']],
    ['nrt.web.internal', ['fdaa::1']],
    ['app.process.web.internal', ['fdaa::1', 'fdaa::2']],
    ['m2.vm.web.internal', ['fdaa::2']],
    ['top1.nearest.of.web.internal', ['fdaa::1']],
  ])('%s has the addresses %j', (name, addresses) => {
    expect(lookUp(name, machines)?.aaaa).toEqual(addresses);
  });

  test.each(['bot.process.web.internal', 'm3.vm.web.internal', 'other.internal', 'syd.web.internal', 'example.com'])(
    '%s is no name: nothing started is behind it',
    (name) => {
      expect(lookUp(name, machines)).toBeUndefined();
    },
  );

  test.each([
    ['vms.web.internal', 'm1 nrt,m2 lhr'],
    ['all.vms.web.internal', 'm1 nrt,m2 lhr,m3 nrt'],
    ['regions.web.internal', 'nrt,lhr'],
    ['_apps.internal', 'web'],
    ['_instances.internal', 'instance=m1,app=web,ip=fdaa::1,region=nrt;instance=m2,app=web,ip=fdaa::2,region=lhr'],
  ])('%s says %j', (name, text) => {
    expect(lookUp(name, machines)?.txt).toEqual([text]);
  });
});
