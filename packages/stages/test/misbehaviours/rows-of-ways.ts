import type { MisbehaviourKind } from '@fly-monitoring/testing/fly';

/** What a way into the private network meets, and what deploy-monitoring makes of it. */
export interface WayRow {
  readonly kind: MisbehaviourKind;
  readonly times: number | 'always';
  readonly code: 'success' | 'NETWORK_UNREACHABLE';
  /** In the error, or in what flyctl wrote. */
  readonly says: RegExp;
}

export const wayRows: readonly WayRow[] = [
  { kind: 'tunnel-unavailable', times: 1, code: 'success', says: /tunnel unavailable/ },
  {
    kind: 'tunnel-unavailable',
    times: 'always',
    code: 'NETWORK_UNREACHABLE',
    says: /Port 9090 of "fechatter-monitoring" gave no answer through flyctl proxy within 6 s \(\d+ attempts, last: .*tunnel unavailable/,
  },
  { kind: 'host-not-in-dns', times: 1, code: 'success', says: /host was not found in DNS/ },
  {
    kind: 'host-not-in-dns',
    times: 'always',
    code: 'NETWORK_UNREACHABLE',
    says: /gave no answer through flyctl proxy within 6 s \(\d+ attempts, last: .*host was not found in DNS/,
  },
];

/** Met by verify-targets alone, when it looks into a machine that refuses a scrape. */
export const lookRows: readonly { readonly kind: MisbehaviourKind }[] = [{ kind: 'exec-fails' }];
