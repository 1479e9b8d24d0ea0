import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Processes are looked up in /proc: their ids differ between the namespaces of the platform and of the machine. */
export function childOf(parent: number): number | undefined {
  return processIds().find((id) => parentOf(id) === parent);
}

/** Every process in the machine but its first, which holds the namespaces. */
export function processesIn(init: number): readonly number[] {
  const wanted = namespaceOf(init);
  return processIds().filter((id) => id !== init && wanted !== undefined && namespaceOf(id) === wanted);
}

export function commandLineOf(id: number): string {
  return readProc(`${id}/cmdline`).replaceAll('\0', ' ');
}

function processIds(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** The fourth field of stat; the second, the command, may hold spaces and brackets. */
function parentOf(id: number): number {
  const stat = readProc(`${id}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function namespaceOf(id: number): string | undefined {
  try {
    return readlinkSync(`/proc/${id}/ns/pid`);
  } catch {
    return undefined;
  }
}

function readProc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
}
