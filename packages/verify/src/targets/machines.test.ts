import { describe, expect, test } from '@jest/globals';
import { healthy, machine, mailMachine, up, verify } from '../../test/verify.js';
import { says, type World } from '../../test/world.js';

describe('machines', () => {
  test('that Fly does not tell although a token was given leave a doubt', async () => {
    const { report, check } = await verify(
      { ...healthy, machines: () => 'Error: unauthorized' },
      {},
      { FLY_API_TOKEN: 'x' },
    );
    expect(report.outputs['verdict']).toBe('inconclusive');
    expect(check('machines')).toMatchObject({
      verdict: 'inconclusive',
      hint: expect.stringContaining('fly tokens create'),
    });
  });

  test('that all sleep are woken by a request', async () => {
    const service = {
      services: [{ autostop: 'stop' }],
      metadata: { fly_process_group: 'mail', fly_platform_version: 'v2' },
    };
    let isAsked = false;
    const instead = ({ url }: { url: string }) => {
      if (url !== 'https://shop.fly.dev/') return undefined;
      isAsked = true;
      return says(200, 'hello');
    };
    // It needs a while to boot, and one request is enough.
    let isAwake = false;
    const world: World = {
      ...healthy,
      instead: (request, seconds) => {
        isAwake = isAsked && seconds > 6;
        return instead(request);
      },
      machines: () => [
        machine('1'),
        machine('2'),
        mailMachine('3', { state: isAwake ? 'started' : 'stopped', config: service }),
      ],
      targets: () => [up('web', '1'), up('web', '2'), ...(isAwake ? [up('mail', '3')] : [])],
    };
    const { report, requests } = await verify(world);
    expect(report.outputs['verdict']).toBe('pass');
    expect(requests.filter(({ url }) => url === 'https://shop.fly.dev/')).toHaveLength(1);
  });

  test('that all sleep and cannot be woken prove nothing', async () => {
    const service = {
      services: [{ autostop: 'stop' }],
      metadata: { fly_process_group: 'mail', fly_platform_version: 'v2' },
    };
    const { report, check } = await verify({
      ...healthy,
      instead: ({ url }) =>
        url === 'https://shop.fly.dev/' ? { kind: 'unreachable', reason: 'dns', detail: 'no address' } : undefined,
      machines: () => [machine('1'), machine('2'), mailMachine('3', { state: 'suspended', config: service })],
      targets: () => [up('web', '1'), up('web', '2')],
    });
    expect(report.outputs).toMatchObject({ verdict: 'inconclusive', blames: '[]' });
    expect(check('job:mail')?.hint).toContain('min_machines_running');
  });
});
