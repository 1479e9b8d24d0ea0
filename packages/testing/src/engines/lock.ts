import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const pollMs = 200;
const budgetMs = 15 * 60_000;

/** Runs `work` while no other process holds the lock file; a lock whose owner died is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  await acquire(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(file: string): Promise<void> {
  const deadline = Date.now() + budgetMs;
  while (!(await tryCreate(file))) {
    if (Date.now() > deadline) throw new Error(`Another process kept ${file} for ${budgetMs / 60_000} minutes.`);
    await removeIfOrphaned(file);
    await wait(pollMs);
  }
}

async function tryCreate(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeIfOrphaned(file: string): Promise<void> {
  const owner = await readFile(file, 'utf8').catch(() => '');
  // An empty file is one whose owner has not written its number yet.
  if (owner === '' || isAlive(Number(owner))) return;
  // Renamed first, so that of several that wait only one takes the orphan away; what was no orphan is put back.
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  if ((await readFile(aside, 'utf8').catch(() => owner)) !== owner) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
