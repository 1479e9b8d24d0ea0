export interface TargetPlace {
  readonly host: string;
  readonly port: number;
}

/** Where a scrape goes to. */
export function placeOf(scrapeUrl: string): TargetPlace {
  if (!URL.canParse(scrapeUrl)) return { host: scrapeUrl, port: 0 };
  const { hostname, port, protocol } = new URL(scrapeUrl);
  const usual = protocol === 'https:' ? 443 : 80;
  return { host: hostname, port: port === '' ? usual : Number(port) };
}

/** One spelling for each IPv6 address: Fly writes all groups, Prometheus repeats what DNS said. */
export function normalHost(address: string): string {
  const bare = address.replace(/^\[|\]$/g, '');
  return placeOf(bare.includes(':') ? `http://[${bare}]/` : `http://${bare}/`).host;
}
