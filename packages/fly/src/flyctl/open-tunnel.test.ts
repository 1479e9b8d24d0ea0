import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import {
  type Command,
  diskFiles,
  Interruption,
  type Log,
  type Processes,
  type ProcessOutcome,
  type RunningProcess,
  Secret,
  systemClock,
  undiciHttp,
} from '@fly-monitoring/kit';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { FlyctlOptions } from './command.js';
import { type Flyctl, flyctl } from './flyctl.js';
import { openTunnel } from './open-tunnel.js';

const edges = { clock: systemClock, http: undiciHttp(), files: diskFiles };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Listens on the port that the command line names, as `flyctl proxy` does; `stopped` counts. */
function proxyThatListens(stopped: string[]): Processes {
  return {
    run: async () => ({ kind: 'not-found', file: 'flyctl' }),
    start: ({ args }) => {
      const [local = '', remote = ''] = (args[1] ?? '').split(':');
      const server = createServer((_, response) => response.end(remote));
      servers.push(server.listen(Number(local), '127.0.0.1'));
      return { ended: new Promise(() => {}), stop: async () => void stopped.push(args.join(' ')) };
    },
  };
}

describe('a tunnel', () => {
  test('is open when the port answers, and ends its process when closed', async () => {
    const stopped: string[] = [];
    const fly = flyctl({ processes: proxyThatListens(stopped) });
    const tunnel = await openTunnel(fly, edges, { app: 'mon', remotePort: 9090, budgetMs: 5_000 });
    expect(await edges.http.send({ url: `${tunnel.url}/x` })).toMatchObject({ status: 200, body: '9090' });
    await tunnel.close();
    expect(stopped).toEqual([expect.stringMatching(/^proxy \d+:9090 -q --watch-stdin -a mon$/)]);
  });

  test('is tried again when the name was not in the private DNS yet', async () => {
    const listening = proxyThatListens([]);
    let starts = 0;
    const processes: Processes = {
      run: listening.run,
      start: (command) => {
        starts++;
        return starts > 1 ? listening.start(command) : endsWith('Error: host unavailable at mon.internal');
      },
    };
    const tunnel = await openTunnel(flyctl({ processes }), edges, { app: 'mon', remotePort: 9090, budgetMs: 5_000 });
    expect([starts, tunnel.url]).toEqual([2, expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)]);
  });

  test('that the token may not open is not waited for', async () => {
    const processes: Processes = {
      run: async () => ({ kind: 'not-found', file: 'flyctl' }),
      start: () => endsWith('Error: unauthorized'),
    };
    const opening = openTunnel(flyctl({ processes }), edges, { app: 'mon', remotePort: 9090, budgetMs: 60_000 });
    await expect(opening).rejects.toMatchObject({
      code: 'NETWORK_UNREACHABLE',
      message: expect.stringContaining('last: Error: unauthorized'),
    });
  });
});

describe('the agent of a tunnel', () => {
  const tunnel = { app: 'mon', remotePort: 9090, budgetMs: 5_000 };
  const token = new Secret('fm2_of-the-job');

  interface Job {
    readonly fly: Flyctl;
    /** Of the `agent stop` that were run, in order. */
    readonly stops: Command[];
    readonly folders: (string | undefined)[];
    readonly lines: string[];
  }

  function jobWith(
    answer: ProcessOutcome,
    { start, agent = 'of-tunnel' }: Partial<Pick<Processes, 'start'> & Pick<FlyctlOptions, 'agent'>> = {},
  ): Job {
    const [stops, folders, lines]: [Command[], (string | undefined)[], string[]] = [[], [], []];
    const listening = proxyThatListens([]);
    const processes: Processes = {
      run: async (command) => {
        expect(existsSync(command.env?.['FLY_CONFIG_DIR'] ?? '')).toBe(true);
        stops.push(command);
        return answer;
      },
      start: (command) => {
        folders.push(command.env?.['FLY_CONFIG_DIR']);
        return (start ?? listening.start)(command);
      },
    };
    const log = { info: (line: string) => lines.push(line) } as unknown as Log;
    return { fly: flyctl({ processes, token, log, agent }), stops, folders, lines };
  }

  test('is stopped with it, without the token, and its folder is removed', async () => {
    const { fly, stops, folders, lines } = jobWith(exited(0, ''));
    const opened = await openTunnel(fly, edges, tunnel);
    expect(stops).toEqual([]);
    await opened.close();
    expect(stops).toMatchObject([{ args: ['agent', 'stop'], env: { FLY_CONFIG_DIR: folders[0] }, isCleaningUp: true }]);
    expect(JSON.stringify(stops)).not.toContain('fm2_');
    expect([existsSync(folders[0] ?? ''), lines]).toEqual([false, []]);
  });

  test('is the same for every try to open it', async () => {
    const listening = proxyThatListens([]);
    let starts = 0;
    const start: Processes['start'] = (command) =>
      ++starts > 1 ? listening.start(command) : endsWith('Error: host unavailable at mon.internal');
    const { fly, folders, stops } = jobWith(exited(0, ''), { start });
    await (await openTunnel(fly, edges, tunnel)).close();
    expect([folders.length, new Set(folders).size, stops.length]).toEqual([2, 1, 1]);
  });

  test.each([
    ['cannot be opened', () => edges, 'SuiteError'],
    ['is cancelled while it opens', cancelled, 'Interruption'],
  ])('is stopped when the tunnel %s', async (_, edgesOf, name) => {
    const { fly, stops } = jobWith(exited(0, ''), { start: () => endsWith('Error: unauthorized') });
    await expect(openTunnel(fly, edgesOf(), tunnel)).rejects.toMatchObject({ name });
    expect(stops).toHaveLength(1);
  });

  test.each([
    ['was never started', exited(1, 'Error: failed dialing agent: agent not running'), []],
    ['does not let itself be stopped', exited(1, 'Error: failed stopping agent: EOF'), ['failed stopping agent: EOF']],
    ['does not answer', { kind: 'timed-out', afterMs: 5_000, stdout: '', stderr: '' } as const, ['5 s']],
  ])('that %s is at most a line', async (_, answer, said) => {
    const { fly, lines } = jobWith(answer);
    await expect((await openTunnel(fly, edges, tunnel)).close()).resolves.toBeUndefined();
    expect(lines).toEqual(said.map((words) => expect.stringContaining(words)));
  });

  test('is the usual one where the path of its socket would be too long', async () => {
    const { fly, stops, folders, lines } = jobWith(exited(0, ''));
    const files = { ...diskFiles, makeTemporaryFolder: async () => `/${'deep/'.repeat(20)}` };
    await (await openTunnel(fly, { ...edges, files }, tunnel)).close();
    expect([stops, folders]).toEqual([[], [undefined]]);
    expect(lines).toEqual([expect.stringContaining('too long a path for a socket')]);
  });

  test('of a person at a terminal is left alone', async () => {
    const { fly, stops, folders } = jobWith(exited(0, ''), { agent: 'of-user' });
    await (await openTunnel(fly, edges, tunnel)).close();
    expect([stops, folders]).toEqual([[], [undefined]]);
  });
});

function exited(exitCode: number, stderr: string): ProcessOutcome {
  return { kind: 'exited', exitCode, stdout: '', stderr };
}

/** As the edges are once a run was cancelled. */
function cancelled(): typeof edges {
  const http = { ...edges.http, send: () => Promise.reject(new Interruption()) };
  return { ...edges, http };
}

function endsWith(stderr: string): RunningProcess {
  return { ended: Promise.resolve({ kind: 'exited', exitCode: 1, stdout: '', stderr }), stop: async () => {} };
}
