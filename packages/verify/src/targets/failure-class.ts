import type { Blame } from '../check.js';

export type FailureClass =
  | 'refused'
  | 'ipv4-only'
  | 'nothing-listens'
  | 'timeout'
  | 'unauthorized'
  | 'not-found'
  | 'server-error'
  | 'http-status'
  | 'not-metrics'
  | 'content-type'
  | 'sample-limit'
  | 'body-limit'
  | 'target-limit'
  | 'credentials-file'
  | 'tls'
  | 'no-name'
  | 'no-route'
  | 'reset'
  | 'dns-empty'
  | 'dns-failing'
  | 'not-discovered'
  | 'never-scraped'
  | 'stale'
  | 'stopped'
  | 'not-started'
  | 'no-machines'
  | 'too-few'
  | 'too-many'
  | 'no-samples'
  | 'all-dropped'
  | 'other';

export interface FailureFacts {
  readonly blame: Blame;
  readonly hint: string;
  /** More scrapes change nothing. */
  readonly isFinal: boolean;
}

const app = (hint: string): FailureFacts => ({ blame: 'app', hint, isFinal: false });
const monitoring = (hint: string): FailureFacts => ({ blame: 'monitoring', hint, isFinal: false });
const network = (hint: string): FailureFacts => ({ blame: 'network', hint, isFinal: false });
const final = (facts: FailureFacts): FailureFacts => ({ ...facts, isFinal: true });

/** The next step for each way in which a target can be missing from the picture. */
export const failureFacts: Readonly<Record<FailureClass, FailureFacts>> = {
  refused: app(
    'Nothing listens on that port of that machine: the process died, listens on another port, or on 0.0.0.0 only. Fly\'s private network is IPv6: listen on [::] (Rust: "[::]:PORT", not "0.0.0.0:PORT"). Look at "fly logs".',
  ),
  'ipv4-only': app(
    'The process listens on 0.0.0.0, which is IPv4 only, and Fly\'s private network is IPv6: listen on [::] (Node: no host or "::"; Rust: "[::]:PORT"; it serves both).',
  ),
  'nothing-listens': app(
    'The machine runs, but nothing in it listens on that port: the process died or uses another port. Look at "fly logs".',
  ),
  timeout: app(
    'The endpoint took longer than scrape_timeout. Ask it from inside: "fly ssh console -C \'wget -qO- http://localhost:PORT/metrics\'"; look for an event loop that is blocked or too many series.',
  ),
  unauthorized: final(
    monitoring(
      'The service wants a token that Prometheus does not send: deploy app and monitoring with the same METRICS_TOKEN, and give the job authorization.credentials_file.',
    ),
  ),
  'not-found': final(
    app(
      'The service has no such path: mount the metrics handler there, or set metrics_path of the job to where it is.',
    ),
  ),
  'server-error': app('The service fails while it writes its metrics: look at "fly logs" for the exception.'),
  'http-status': app('Only 200 is a scrape: open the address from inside the private network and look at the answer.'),
  'not-metrics': final(
    app(
      'The port answers with something else than metrics (a page or JSON): point port and metrics_path of the job at the metrics handler.',
    ),
  ),
  'content-type': final(
    app(
      'Prometheus 3 wants a Content-Type it knows: answer with "text/plain; version=0.0.4" (registry.contentType in prom-client), or set fallback_scrape_protocol: PrometheusText0.0.4 on the job (3.x only).',
    ),
  ),
  'sample-limit': final(
    app(
      'A scrape has more samples than sample_limit allows, so all of it is dropped: find the label with too many values.',
    ),
  ),
  'body-limit': final(
    app(
      'A scrape is larger than body_size_limit allows, so all of it is dropped: find the metric with too many series.',
    ),
  ),
  'target-limit': final(monitoring('The job finds more targets than target_limit allows: raise it.')),
  'credentials-file': monitoring(
    'Prometheus cannot read the credentials file of the job; the entrypoint writes it when it starts: look at "fly logs" of the monitoring app.',
  ),
  tls: final(
    monitoring(
      'Inside the private network services speak plain HTTP: set scheme: http, or give the job a tls_config that fits.',
    ),
  ),
  'no-name': monitoring('The name of the target has no address: look for a typing error in the job.'),
  'no-route': network(
    'Prometheus has no way to that address: both apps must be in one organization and one private network.',
  ),
  reset: app(
    'The connection is closed before the answer is whole: the process may crash while it is scraped; look at "fly logs".',
  ),
  'dns-empty': monitoring(
    'The name of the job has no addresses. Only started machines are in Fly\'s DNS: look at "fly machine list", and compare app and process group in the name with fly.toml.',
  ),
  'dns-failing': network(
    'Prometheus cannot resolve the names of the job: look at "fly logs" of the monitoring app, and run again.',
  ),
  'not-discovered': monitoring(
    'The machine runs, yet Prometheus does not know it: compare app and process group in the name of the job with fly.toml; DNS needs up to refresh_interval + 5 s.',
  ),
  'never-scraped': monitoring(
    'The target is known but was not scraped within the time: raise input "timeout" above two scrape intervals.',
  ),
  stale: monitoring(
    'The last scrape is older than the deploy, so it may show the release before: Prometheus stopped scraping, or timeout is shorter than two scrape intervals.',
  ),
  stopped: app('The machine does not run. Look at "fly logs" and "fly machine status"; its last exit is in the table.'),
  'not-started': app('The machine has not reached the state "started": look at "fly machine status".'),
  'no-machines': app(
    'The app has no machine in that process group: scale it ("fly scale count"), or take the job out of the configuration.',
  ),
  'too-few': app('Fewer targets than expected: look at "fly machine list", or correct input "jobs".'),
  'too-many': monitoring(
    'More targets than expected: correct input "jobs", or look for machines left over ("fly machine list").',
  ),
  'no-samples': app(
    'The scrape succeeds, but its body is empty: the service registers no metrics, or writes another registry.',
  ),
  'all-dropped': monitoring(
    'The service writes metrics, and metric_relabel_configs of the job drops every one of them: correct it.',
  ),
  other: app("Prometheus' own message is in the table; open the address from inside the private network."),
};

/** Prometheus passes on the words of Go's standard library; they are the same in 2.42 and 3.x unless said. */
const patterns: readonly (readonly [RegExp, FailureClass])[] = [
  [/connection refused/, 'refused'],
  [/unable to read .*(credentials|password|token).*file|credentials file/i, 'credentials-file'],
  [/context deadline exceeded|Client\.Timeout|i\/o timeout|connection timed out/i, 'timeout'],
  [/HTTP status 40[13]\b/, 'unauthorized'],
  [/HTTP status 404\b/, 'not-found'],
  [/HTTP status 5\d\d\b/, 'server-error'],
  [/HTTP status \d{3}/, 'http-status'],
  [/sample limit exceeded|sample_limit|label_(name|value)_length_limit|label_limit/, 'sample-limit'],
  [/body size limit exceeded/, 'body-limit'],
  [/target_limit|target limit/, 'target-limit'],
  [/Content-Type "(text\/html|application\/json|application\/xhtml)/, 'not-metrics'],
  [/Content-Type|non-compliant scrape target/, 'content-type'],
  // What a page or JSON gives in 2.x, which does not look at the content type.
  [
    /valid start token|"INVALID"|expected (a valid|value after|label|equal|metric)|strconv\.ParseFloat|text format parsing/,
    'not-metrics',
  ],
  [/no such host|server misbehaving/, 'no-name'],
  [/no route to host|network is unreachable|host is unreachable/, 'no-route'],
  [/x509|tls:|first record does not look like a TLS|server gave HTTP response to HTTPS/, 'tls'],
  [/connection reset|unexpected EOF|EOF$|broken pipe/, 'reset'],
];

/** What a target's lastError means. */
export function classifyScrapeError(lastError: string): FailureClass {
  return patterns.find(([pattern]) => pattern.test(lastError))?.[1] ?? 'other';
}
