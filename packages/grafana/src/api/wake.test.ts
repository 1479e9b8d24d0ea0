import { describe, expect, test } from '@jest/globals';
import { answering, startedGrafana } from '../../test/edges.js';
import { wakeGrafana } from './wake.js';

const planFor = (url: string, tell: (line: string) => void = () => undefined) => ({ url, budgetMs: 300_000, tell });

describe('wakeGrafana', () => {
  test('answers at once with the version of a Grafana that is awake', async () => {
    const { grafana, edges, clock } = await startedGrafana({ version: '11.6.6' });
    expect(await wakeGrafana(edges, planFor(grafana.url))).toEqual({ version: '11.6.6' });
    expect(clock.sleeps).toEqual([]);
  });

  test('wakes a paused stack by its login page, and tells while it waits', async () => {
    const { grafana, edges, clock } = await startedGrafana();
    grafana.misbehave({ kind: 'asleep', polls: 12 });
    const told: string[] = [];
    await wakeGrafana(
      edges,
      planFor(grafana.url, (line) => told.push(line)),
    );
    expect(told[0]).toBe('Grafana is asleep; waking it. This takes up to a few minutes.');
    expect(told.slice(1)).toEqual([
      expect.stringMatching(/^Still waiting for Grafana, 3\d s of 5 min: 503, the stack is still loading$/),
      expect.stringMatching(/^Still waiting for Grafana, [67]\d s of 5 min/),
      expect.stringMatching(/^Still waiting for Grafana, 9\d s of 5 min/),
    ]);
    expect(grafana.calls().filter(({ path }) => path === '/login')).toHaveLength(1);
    expect(clock.sleeps.length).toBeGreaterThan(5);
  });

  test('gives up after its budget and tells the last thing it saw', async () => {
    const { grafana, edges, clock } = await startedGrafana();
    grafana.misbehave({ kind: 'asleep', polls: 1_000 });
    await expect(wakeGrafana(edges, planFor(grafana.url))).rejects.toMatchObject({
      code: 'GRAFANA_UNREACHABLE',
      isTemporary: true,
      message: expect.stringMatching(/within 5 min \(\d+ attempts, last: 503, the stack is still loading\)/),
    });
    expect(clock.now()).toBeLessThanOrEqual(300_000);
  });

  test('waits for a database that comes back', async () => {
    const { grafana, edges } = await startedGrafana();
    grafana.misbehave({ kind: 'error', status: 503, body: { database: 'failing' }, path: '/api/health', times: 3 });
    expect(await wakeGrafana(edges, planFor(grafana.url))).toEqual({ version: '12.4.3' });
  });

  test.each([
    ['a stack that does not exist', { kind: 'unknown-instance' } as const, /404 We do not recognize the instance URL/],
    ['another web server', { kind: 'wrong-host' } as const, /200 .*text\/html.*not with JSON/],
  ])('does not wait for %s', async (_, fault, words) => {
    const { grafana, edges, clock } = await startedGrafana();
    grafana.misbehave(fault);
    await expect(wakeGrafana(edges, planFor(grafana.url))).rejects.toMatchObject({
      isTemporary: false,
      message: expect.stringMatching(words),
    });
    expect(clock.sleeps).toEqual([]);
  });

  test('does not follow a redirect, which would take the token elsewhere, but names where it leads', async () => {
    const edges = answering({ status: 302, headers: { location: 'https://grafana.com/auth/sign-in?x=1' } });
    await expect(wakeGrafana(edges, planFor('http://shop.example'))).rejects.toMatchObject({
      message: expect.stringContaining('it redirects (302) to https://grafana.com/auth/sign-in)'),
    });
  });

  test('asks a host that does not answer a few times, not for minutes', async () => {
    const edges = answering({ kind: 'unreachable', reason: 'refused', detail: 'the connection was refused' });
    await expect(wakeGrafana(edges, planFor('http://127.0.0.1:1'))).rejects.toMatchObject({
      isTemporary: true,
      message: expect.stringContaining('4 attempts, last: the connection was refused'),
    });
  });

  test('takes a Grafana that hides its version', async () => {
    const edges = answering({ body: '{"database":"ok"}' });
    expect(await wakeGrafana(edges, planFor('http://x'))).toEqual({ version: '(version hidden)' });
  });

  test('does not take other JSON for Grafana', async () => {
    await expect(wakeGrafana(answering({ body: '{"status":"ok"}' }), planFor('http://x'))).rejects.toMatchObject({
      message: expect.stringContaining('without a version'),
    });
  });
});
