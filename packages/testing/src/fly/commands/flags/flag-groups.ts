import type { FlagSpec } from './flags.js';

export const APP_FLAGS = { 'app,a': 'text', 'config,c': 'text' } as const satisfies FlagSpec;
export const JSON_FLAG = { 'json,j': 'switch' } as const satisfies FlagSpec;
export const YES_FLAG = { 'yes,y': { kind: 'switch', aliases: ['auto-confirm'] } } as const satisfies FlagSpec;
export const SELECT_FLAG = { select: { kind: 'switch', hidden: true } } as const satisfies FlagSpec;

export const GUEST_FLAGS = {
  'vm-size': 'text',
  'vm-cpus': { kind: 'int', aliases: ['cpus'] },
  'vm-cpu-kind': { kind: 'text', aliases: ['vm-cpukind'] },
  'vm-memory': { kind: 'text', aliases: ['memory'] },
  'vm-max-memory': { kind: 'text', hidden: true },
  'vm-gpus': { kind: 'int', hidden: true },
  'vm-gpu-kind': { kind: 'text', hidden: true, aliases: ['vm-gpukind'] },
} as const satisfies FlagSpec;
