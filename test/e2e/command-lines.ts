import { readdirSync, readFileSync } from 'node:fs';

const beatMs = 50;
/** A process that just began may still become another program; later it is looked at once a second. */
const eagerLooks = 20;

export interface CommandLines {
  /** The command line of every process that was seen so far, arguments separated by blanks. */
  seen(): readonly string[];
  stop(): void;
}

/** Reads the command lines of every process of this computer, as any user of it could, over and over. */
export function watchCommandLines(): CommandLines {
  const lines = new Set<string>();
  const looks = new Map<string, number>();
  let beat = 0;
  const look = () => {
    beat += 1;
    const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    for (const id of processes) {
      const count = (looks.get(id) ?? 0) + 1;
      looks.set(id, count);
      if (count <= eagerLooks || (beat + Number(id)) % eagerLooks === 0) lines.add(commandLineOf(id));
    }
    const alive = new Set(processes);
    for (const id of looks.keys()) if (!alive.has(id)) looks.delete(id);
  };
  const timer = setInterval(look, beatMs);
  return {
    seen: () => [...lines],
    stop: () => clearInterval(timer),
  };
}

/** Empty for a process that has ended meanwhile. */
function commandLineOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
