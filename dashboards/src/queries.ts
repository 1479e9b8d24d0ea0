/** The services that the variable of the page selects. */
const selected = 'service=~"$service"';
/** Prometheus may scrape itself, which is not a service of the app. */
const selectedTargets = `${selected}, job!="prometheus"`;
const window = '[$__rate_interval]';

/** A divisor that is never zero, and too small to change a real quotient. */
const neverZero = '1e-9';

/**
 * `expr` where it has a value, else 0 for every service that Prometheus knows: quiet is 0, while a service that nobody
 * scrapes stays a gap. `vector(0)` would show 0 for both, and add a nameless line beside the named ones.
 */
function orZero(expr: string, targets: string = selectedTargets): string {
  return `${expr} or sum by (service) (0 * up{${targets}})`;
}

function orZeroInAll(expr: string, targets: string): string {
  return `${expr} or sum(0 * up{${targets}})`;
}

function requests(matchers: string): string {
  return `sum by (service) (rate(fechatter_http_requests_total{${matchers}}${window}))`;
}

/** Requests a second, by service. */
export const requestRate = orZero(requests(selected));

/** Share of the requests that ended with 5xx, by service. */
export const errorRatio = [
  `(${orZero(requests(`${selected}, status_code=~"5.."`))})`,
  `clamp_min(${orZero(requests(selected))}, ${neverZero})`,
].join(' / ');

/** Seconds within which this share of the requests was answered, by service. The comparison drops NaN: no request at all. */
export function responseTime(quantile: number): string {
  const buckets = `sum by (service, le) (rate(fechatter_http_request_duration_seconds_bucket{${selected}}${window}))`;
  return orZero(`(histogram_quantile(${quantile}, ${buckets}) >= 0)`);
}

/** 1 when every machine of the service is scraped. */
export const serviceUp = `min by (service) (up{${selectedTargets}})`;

const chat = 'service="fechatter_server"';

export const activeUsers = 'sum(fechatter_active_users)';
export const onlineUsers = 'sum(notify_online_users_gauge)';

/** Messages a second, by who wrote them. A rate needs two scrapes; until then it is 0. */
export const messagesSent = [
  `sum by (sender) (rate(fechatter_messages_sent_total${window}))`,
  `sum by (sender) (0 * resets(fechatter_messages_sent_total${window}))`,
].join(' or ');
export const messagesSentInAll = orZeroInAll(`sum(rate(fechatter_messages_sent_total${window}))`, chat);

export const webSockets = 'sum(fechatter_websocket_connections)';
export const eventStreams = 'sum(notify_sse_connections_active)';

/** Share of the reads that the cache answered. */
export const cacheHitRatio = [
  `(${orZeroInAll(`sum(rate(fechatter_cache_hits_total${window}))`, chat)})`,
  `clamp_min(${orZeroInAll(`sum(rate(fechatter_cache_operations_total{operation="get"}${window}))`, chat)}, ${neverZero})`,
].join(' / ');
