export type Discovery =
  | {
      readonly kind: 'dns';
      readonly names: readonly string[];
      readonly type: string;
      readonly port: number | undefined;
      readonly refreshMs: number;
    }
  | { readonly kind: 'static'; readonly targets: readonly string[] }
  /** `http_sd`, `file_sd`, …: what it will find cannot be known from the file. */
  | { readonly kind: 'other'; readonly mechanism: string };

export interface ScrapeJob {
  readonly name: string;
  readonly scheme: string;
  readonly metricsPath: string;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly credentialsFile: string | undefined;
  readonly discoveries: readonly Discovery[];
  /** The configuration, or a file that it includes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface ConfigProblem {
  readonly level: 'error' | 'warning';
  readonly message: string;
  readonly file: string;
  readonly line: number;
}

export interface PrometheusConfig {
  readonly file: string;
  /** Of this file and of those that it includes. */
  readonly jobs: readonly ScrapeJob[];
  /** As written; they may hold glob characters. Since Prometheus 2.43. */
  readonly scrapeConfigFiles: readonly string[];
  /** As written; they may hold glob characters. */
  readonly ruleFiles: readonly string[];
  readonly externalLabels: Readonly<Record<string, string>>;
  readonly scrapeIntervalMs: number;
  readonly evaluationIntervalMs: number;
  /** Where samples are sent to. */
  readonly remoteWriteUrls: readonly string[];
  readonly problems: readonly ConfigProblem[];
}
