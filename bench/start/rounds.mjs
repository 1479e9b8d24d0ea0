import { spawnSync } from 'node:child_process';

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function drawnOrder(items) {
  const drawn = items.map((item) => [Math.random(), item]);
  return drawn.sort(([a], [b]) => a - b).map(([, item]) => item);
}

/** @returns for each subject its times in milliseconds, one a round; in every round all subjects take their turn */
export function measureRounds(names, { rounds, once }) {
  const times = new Map(names.map((name) => [name, []]));
  // The first round fills the file cache and does not count.
  for (let round = -1; round < rounds; round++) {
    for (const name of drawnOrder(names)) {
      const elapsedMs = once(name);
      if (round >= 0) times.get(name).push(elapsedMs);
    }
  }
  return times;
}

/** The median of the ratios within the rounds, so that what else the machine does falls on both alike. */
export function ratio(times, reference) {
  return median(times.map((value, round) => value / reference[round]));
}

/** The same of the quietest tenth of the rounds each: what a start takes when nothing else runs. */
export function quietRatio(times, reference) {
  return quietest(times) / quietest(reference);
}

function quietest(times) {
  const fastest = [...times].sort((a, b) => a - b).slice(0, Math.ceil(times.length / 10));
  return fastest.reduce((sum, value) => sum + value, 0) / fastest.length;
}

/** Wall time of one process, from before it is spawned until it has ended. */
export function wallMs(file, args, { env, cwd } = {}) {
  const start = performance.now();
  const { error, status, stdout } = spawnSync(file, args, { env, cwd, encoding: 'utf8' });
  const elapsedMs = performance.now() - start;
  if (error) throw error;
  return { elapsedMs, status, stdout };
}
