import { describe, expect, test } from '@jest/globals';
import { withDeadline } from './deadline.js';
import type { Command, HttpRequest } from './ports.js';
import type { StageTools } from './stage.js';

const passed = { code: 'DEADLINE_PASSED', message: 'deploy-app did not end within its 10 s.' };

function world() {
  const state = { now: 1_000, commands: [] as Command[], requests: [] as HttpRequest[] };
  const tools = {
    clock: {
      now: () => state.now,
      sleep: async (ms: number) => {
        state.now += ms;
      },
    },
    processes: { run: async (command: Command) => state.commands.push(command) },
    http: { send: async (request: HttpRequest) => state.requests.push(request) },
  } as unknown as StageTools;
  return { state, tools };
}

describe('a stage with a deadline', () => {
  test('gives each command and request no more than what is left', async () => {
    const { state, tools } = world();
    const own = withDeadline(tools, { ms: 10_000, stage: 'deploy-app' });
    await own.clock.sleep(4_000);
    await own.processes.run({ file: 'flyctl', args: [], timeoutMs: 60_000 });
    await own.processes.run({ file: 'flyctl', args: [], timeoutMs: 1_000 });
    await own.http.send({ url: 'http://x/' });
    expect(state.commands.map(({ timeoutMs }) => timeoutMs)).toEqual([6_000, 1_000]);
    expect(state.requests.map(({ timeoutMs }) => timeoutMs)).toEqual([6_000]);
  });

  test('ends a pause that would go beyond it, at its end', async () => {
    const { state, tools } = world();
    const own = withDeadline(tools, { ms: 10_000, stage: 'deploy-app' });
    await expect(own.clock.sleep(60_000)).rejects.toMatchObject(passed);
    expect(state.now).toBe(11_000);
  });

  test('begins nothing behind it', async () => {
    const { state, tools } = world();
    const own = withDeadline(tools, { ms: 10_000, stage: 'deploy-app' });
    state.now += 10_000;
    await expect(own.processes.run({ file: 'flyctl', args: [] })).rejects.toMatchObject(passed);
    await expect(own.http.send({ url: 'http://x/' })).rejects.toMatchObject(passed);
    expect([state.commands, state.requests]).toEqual([[], []]);
  });

  test('cleans up behind itself, also behind it', async () => {
    const { state, tools } = world();
    const own = withDeadline(tools, { ms: 10_000, stage: 'deploy-app' });
    state.now += 10_000;
    const command = { file: 'flyctl', args: ['agent', 'stop'], isCleaningUp: true, timeoutMs: 5_000 } as const;
    await own.processes.run(command);
    expect(state.commands).toEqual([command]);
  });

  test('inside a chain has no more than the chain', () => {
    const { tools } = world();
    const chain = withDeadline(tools, { ms: 10_000, stage: 'chain' });
    expect(withDeadline(chain, { ms: 60_000, stage: 'deploy-app' }).endsAtMs).toBe(11_000);
  });
});
