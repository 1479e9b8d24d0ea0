import { describe, expect, test } from '@jest/globals';
import { closeableEdges } from './closing.js';
import type { Edges, HttpResponse, ProcessOutcome } from './ports.js';

const never = () => new Promise<never>(() => {});
const ok: HttpResponse = { kind: 'response', status: 200, headers: {}, body: '' };
const exited = (exitCode: number): ProcessOutcome => ({ kind: 'exited', exitCode, stdout: '', stderr: '' });
const interrupted = { name: 'Interruption' };

interface World {
  readonly edges: Edges;
  readonly asked: string[];
  close(): void;
}

function world(answers: Partial<Record<'send' | 'run' | 'sleep', () => Promise<unknown>>> = {}): World {
  const asked: string[] = [];
  const note = (what: keyof typeof answers) => () => {
    asked.push(what);
    return (answers[what] ?? never)();
  };
  const edges = {
    clock: { now: () => 7, sleep: note('sleep') },
    http: { send: note('send'), download: note('send') },
    processes: { run: note('run'), start: note('run') },
    files: { exists: async () => true },
  } as unknown as Edges;
  const controller = new AbortController();
  return { edges: closeableEdges(edges, controller.signal), asked, close: () => controller.abort() };
}

describe('a run that is closing', () => {
  test('starts nothing new', async () => {
    const { edges, asked, close } = world();
    close();
    await expect(edges.clock.sleep(1)).rejects.toMatchObject(interrupted);
    await expect(edges.processes.run({ file: 'flyctl', args: [] })).rejects.toMatchObject(interrupted);
    expect(() => edges.processes.start({ file: 'flyctl', args: [] })).toThrow(expect.objectContaining(interrupted));
    await expect(edges.http.send({ url: 'http://x/' })).rejects.toMatchObject(interrupted);
    await expect(edges.http.send({ url: 'http://x/', method: 'POST' })).rejects.toMatchObject(interrupted);
    await expect(edges.http.download('http://x/', 'f')).rejects.toMatchObject(interrupted);
    expect(asked).toEqual([]);
  });

  test('cleans up behind itself', async () => {
    const { edges, asked, close } = world({ run: async () => exited(1) });
    close();
    const command = { file: 'flyctl', args: ['agent', 'stop'], isCleaningUp: true } as const;
    expect(await edges.processes.run(command)).toEqual(exited(1));
    expect(asked).toEqual(['run']);
  });

  test('still knows its files and the time: what is known is to be written down', async () => {
    const { edges, close } = world();
    close();
    expect([await edges.files.exists('x'), edges.clock.now()]).toEqual([true, 7]);
  });

  test.each([
    ['a pause', (edges: Edges) => edges.clock.sleep(60_000)],
    ['a question', (edges: Edges) => edges.http.send({ url: 'http://x/' })],
    ['a download', (edges: Edges) => edges.http.download('http://x/', 'f')],
  ])('ends %s at once', async (_, begin) => {
    const { edges, close } = world();
    const going = begin(edges);
    close();
    await expect(going).rejects.toMatchObject(interrupted);
  });

  test('waits for a write, to know whether it has arrived', async () => {
    let answer = (_: HttpResponse) => {};
    const { edges, close } = world({
      send: () =>
        new Promise<HttpResponse>((resolve) => {
          answer = resolve;
        }),
    });
    const writing = edges.http.send({ url: 'http://x/', method: 'POST' });
    close();
    answer(ok);
    expect(await writing).toBe(ok);
  });

  test.each([
    [0, 'what it did is done'],
    [127, 'nothing is known of its work'],
  ])('takes a child that ends with %p for what it says: %s', async (exitCode) => {
    let end = (_: ProcessOutcome) => {};
    const { edges, close } = world({
      run: () =>
        new Promise<ProcessOutcome>((resolve) => {
          end = resolve;
        }),
    });
    const running = edges.processes.run({ file: 'flyctl', args: [] }).catch((thrown: unknown) => thrown);
    close();
    end(exited(exitCode));
    expect(await running).toMatchObject(exitCode === 0 ? exited(0) : interrupted);
  });
});

test('a run that is not closing gets every answer as it is', async () => {
  const { edges } = world({ send: async () => ok, run: async () => exited(1), sleep: async () => undefined });
  await edges.clock.sleep(1);
  expect(await edges.http.send({ url: 'http://x/' })).toBe(ok);
  expect(await edges.processes.run({ file: 'flyctl', args: [] })).toEqual(exited(1));
});
