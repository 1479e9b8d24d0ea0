import { Cancelled, FlyctlError } from '../commands/flyctl-error.js';

/** Most stopped machines of a group that are updated at a time. */
const STOPPED_POOL = 30;

export interface Member {
  readonly group: string;
  readonly isWarm: boolean;
  readonly id: string;
}

type Work<One extends Member> = (one: One, signal: AbortSignal) => Promise<void>;

/**
 * Rolling: every group for itself and all at a time; in each the started machines apart from the others; in each of
 * these one machine first, then as many at a time as may be unavailable. The first failure cancels what runs.
 */
export async function rollGroups<One extends Member>(
  members: readonly One[],
  at: { maxUnavailable: number; signal: AbortSignal; work: Work<One> },
): Promise<void> {
  const names = [...new Set(members.map(({ group }) => group))];
  const jobs = names.map((name) => {
    const all = members.filter(({ group }) => group === name).sort(byId);
    return (signal: AbortSignal) => rollGroup(all, { ...at, signal });
  });
  throwJoined(await runAll(jobs, at.signal));
}

/** The first failure of the two halves is the group's; that of the other is forgotten. */
async function rollGroup<One extends Member>(
  all: readonly One[],
  at: { maxUnavailable: number; signal: AbortSignal; work: Work<One> },
): Promise<void> {
  const warm = all.filter(({ isWarm }) => isWarm);
  const cold = all.filter(({ isWarm }) => !isWarm);
  const jobs = [
    (signal: AbortSignal) => rollHalf(cold, { pool: Math.min(cold.length, STOPPED_POOL), signal, work: at.work }),
    (signal: AbortSignal) => rollHalf(warm, { pool: poolSize(warm.length, at.maxUnavailable), signal, work: at.work }),
  ];
  throwJoined((await runAll(jobs, at.signal)).slice(0, 1));
}

async function rollHalf<One extends Member>(
  half: readonly One[],
  at: { pool: number; signal: AbortSignal; work: Work<One> },
): Promise<void> {
  const [first, ...rest] = half;
  if (first === undefined) return;
  await at.work(first, at.signal);
  const failures: unknown[] = [];
  const next = async (): Promise<void> => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
      if (failures.length > 0) failures.push(new Cancelled());
      else await at.work(one, at.signal).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, at.pool) }, next));
  throwJoined(failures);
}

/** Runs all; the first failure aborts the others. Gives the failures in the order they came. */
async function runAll(
  jobs: readonly ((signal: AbortSignal) => Promise<void>)[],
  parent: AbortSignal,
): Promise<readonly unknown[]> {
  const own = new AbortController();
  const abort = () => own.abort();
  parent.addEventListener('abort', abort, { once: true });
  const failures: unknown[] = [];
  const fail = (error: unknown) => {
    failures.push(error);
    abort();
  };
  await Promise.all(jobs.map((job) => job(own.signal).catch(fail)));
  parent.removeEventListener('abort', abort);
  return failures;
}

/** A number from 1 on is a count, one below it a share. */
function poolSize(machines: number, maxUnavailable: number): number {
  return maxUnavailable >= 1 ? Math.floor(maxUnavailable) : Math.ceil(machines * maxUnavailable);
}

/** flyctl joins what failed; a cancellation among it makes the whole count as cancelled, and its text is lost. */
function throwJoined(failures: readonly unknown[]): void {
  const [first, ...others] = failures;
  if (first === undefined) return;
  if (others.length === 0) throw first;
  const text = failures.map((error) => (error instanceof Error ? error.message : String(error))).join('\n');
  if (failures.some((error) => error instanceof Cancelled)) throw new Cancelled(text);
  const { description, suggestion } = first instanceof FlyctlError ? first : new FlyctlError('');
  throw new FlyctlError(text, { description, suggestion });
}

function byId(a: Member, b: Member): number {
  return a.id < b.id ? -1 : 1;
}
