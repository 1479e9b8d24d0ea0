/** TCP_LISTEN in the kernel's tables. */
const listening = '0A';
const ipv4Digits = 8;

export interface Listeners {
  readonly ipv4: ReadonlySet<number>;
  readonly ipv6: ReadonlySet<number>;
}

/** Ports that something listens on, from /proc/net/tcp and /proc/net/tcp6 one after the other. */
export function parseListeners(tables: string): Listeners {
  const ipv4 = new Set<number>();
  const ipv6 = new Set<number>();
  for (const line of tables.split('\n')) {
    const match =
      /^\s*\d+: (?<address>[0-9A-F]+):(?<port>[0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} (?<state>[0-9A-F]{2}) /.exec(line);
    if (match?.groups?.['state'] !== listening) continue;
    const port = Number.parseInt(match.groups['port'] ?? '', 16);
    (match.groups['address']?.length === ipv4Digits ? ipv4 : ipv6).add(port);
  }
  return { ipv4, ipv6 };
}
