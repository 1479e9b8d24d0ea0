import { FlyctlError } from '../flyctl-error.js';

/** How many positional arguments a command takes, told apart as flyctl's messages are. */
export type ArgRule =
  | { readonly kind: 'none' | 'any' }
  | { readonly kind: 'exactly' | 'atLeast' | 'atMost'; readonly count: number }
  | { readonly kind: 'between'; readonly least: number; readonly most: number };

export function checkArgs(rule: ArgRule, given: { command: string; args: readonly string[] }): void {
  const complaint = complaintOf(rule, given);
  if (complaint !== undefined) throw new FlyctlError(complaint);
}

function complaintOf(rule: ArgRule, given: { command: string; args: readonly string[] }): string | undefined {
  const { length } = given.args;
  switch (rule.kind) {
    case 'any':
      return undefined;
    case 'none':
      return length === 0 ? undefined : `unknown command "${given.args[0] ?? ''}" for "flyctl ${given.command}"`;
    case 'exactly':
      return length === rule.count ? undefined : `accepts ${rule.count} arg(s), received ${length}`;
    case 'atLeast':
      return length >= rule.count ? undefined : `requires at least ${rule.count} arg(s), only received ${length}`;
    case 'atMost':
      return length <= rule.count ? undefined : `accepts at most ${rule.count} arg(s), received ${length}`;
    case 'between':
      return length >= rule.least && length <= rule.most
        ? undefined
        : `accepts between ${rule.least} and ${rule.most} arg(s), received ${length}`;
  }
}
