import { type Fields, numberOf, textOf } from './fields.js';
import type { Guest } from './machine-config.js';
import { memoryMb } from './sizes.js';

const SHARED_MB_PER_CPU = 256;
const PERFORMANCE_MB_PER_CPU = 2048;

/** What a machine gets when neither the file nor a flag says anything. */
export const DEFAULT_GUEST: Guest = { cpu_kind: 'shared', cpus: 1, memory_mb: SHARED_MB_PER_CPU };

/** A [[vm]] block: a preset, with what the block says in place of the preset's. */
export function guestFrom(table: Fields | undefined): Guest | undefined {
  if (table === undefined) return undefined;
  const preset = presetGuest(textOf(table['size'])) ?? DEFAULT_GUEST;
  const memory = table['memory'];
  return {
    cpu_kind: textOf(table['cpu_kind']) ?? preset.cpu_kind,
    cpus: numberOf(table['cpus']) ?? preset.cpus,
    memory_mb:
      numberOf(table['memory_mb']) ??
      (typeof memory === 'string' ? memoryMb(memory) : numberOf(memory)) ??
      preset.memory_mb,
  };
}

/** "shared-cpu-2x", "performance-4x". */
export function presetGuest(size: string | undefined): Guest | undefined {
  const match = /^(shared-cpu|performance)-(\d+)x$/.exec(size ?? '');
  if (match === null) return undefined;
  const cpus = Number(match[2]);
  return match[1] === 'performance'
    ? { cpu_kind: 'performance', cpus, memory_mb: cpus * PERFORMANCE_MB_PER_CPU }
    : { cpu_kind: 'shared', cpus, memory_mb: cpus * SHARED_MB_PER_CPU };
}
