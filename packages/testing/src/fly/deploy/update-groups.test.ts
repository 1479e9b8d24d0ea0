import { describe, expect, test } from '@jest/globals';
import { Cancelled, FlyctlError } from '../commands/flyctl-error.js';
import { rollGroups } from './update-groups.js';

interface One {
  readonly id: string;
  readonly group: string;
  readonly isWarm: boolean;
}

const never = new AbortController().signal;

function machines(group: string, count: number, isWarm = true): readonly One[] {
  return Array.from({ length: count }, (_, at) => ({ id: `${group}${at}`, group, isWarm }));
}

/** Work that is finished by hand, so that what runs at a time can be looked at. */
class Bench {
  readonly running = new Map<string, { done: () => void; fail: (error: Error) => void }>();
  readonly work = (one: One, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const leave = (act: () => void) => () => {
        this.running.delete(one.id);
        act();
      };
      this.running.set(one.id, { done: leave(resolve), fail: (error) => leave(() => reject(error))() });
      signal.addEventListener('abort', () => this.running.get(one.id)?.fail(new Cancelled()), { once: true });
    });

  async settle(): Promise<readonly string[]> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    return [...this.running.keys()].sort();
  }

  async finish(...ids: string[]): Promise<readonly string[]> {
    for (const id of ids) this.running.get(id)?.done();
    return await this.settle();
  }
}

describe('a rolling update', () => {
  test('takes one machine of each group first, then as many of it as may be unavailable', async () => {
    const bench = new Bench();
    const all = [...machines('a', 4), ...machines('b', 1)];
    const rolled = rollGroups(all, { maxUnavailable: 0.5, signal: never, work: bench.work });
    expect(await bench.settle()).toEqual(['a0', 'b0']);
    expect(await bench.finish('a0', 'b0')).toEqual(['a1', 'a2']);
    expect(await bench.finish('a1')).toEqual(['a2', 'a3']);
    await bench.finish('a2', 'a3');
    await rolled;
  });

  test('updates stopped machines of a group beside the started ones, all at a time after the first', async () => {
    const bench = new Bench();
    const cold = machines('cold', 3, false).map((one) => ({ ...one, group: 'a' }));
    const rolled = rollGroups([...machines('a', 2), ...cold], { maxUnavailable: 1, signal: never, work: bench.work });
    expect(await bench.settle()).toEqual(['a0', 'cold0']);
    expect(await bench.finish('a0', 'cold0')).toEqual(['a1', 'cold1', 'cold2']);
    await bench.finish('a1', 'cold1', 'cold2');
    await rolled;
  });

  test('a failure of the only group is the failure, with its hints', async () => {
    const bench = new Bench();
    const rolled = rollGroups(machines('a', 3), { maxUnavailable: 1, signal: never, work: bench.work });
    await bench.settle();
    bench.running.get('a0')?.fail(new FlyctlError('broken', { suggestion: 'mend it' }));
    await expect(rolled).rejects.toMatchObject({ message: 'broken', suggestion: 'mend it', exitCode: 1 });
  });

  test('a failure while another group waits counts as cancelled, as one with machines in the queue does', async () => {
    const bench = new Bench();
    const two = rollGroups([...machines('a', 1), ...machines('b', 1)], {
      maxUnavailable: 1,
      signal: never,
      work: bench.work,
    });
    await bench.settle();
    bench.running.get('a0')?.fail(new FlyctlError('broken'));
    await expect(two).rejects.toBeInstanceOf(Cancelled);
    const queued = rollGroups(machines('c', 4), { maxUnavailable: 1, signal: never, work: bench.work });
    await bench.settle();
    await bench.finish('c0');
    bench.running.get('c1')?.fail(new FlyctlError('broken'));
    await expect(queued).rejects.toMatchObject({ exitCode: 127 });
  });
});
