import type { Exposition, Sample } from '@fly-monitoring/prometheus';

/** One remote_write of a Prometheus, by its own /metrics. Counters begin at 0 with the process. */
export interface RemoteQueue {
  /** Its name in the configuration, or what Prometheus made of its address. */
  readonly name: string;
  /** Where to; a user or password in it is masked by Prometheus. */
  readonly url: string;
  /** Refused by the remote, and lost: 400, 401, 404, and 429 unless retry_on_http_429 is set. */
  readonly failed: number;
  /** Given up before they were sent. */
  readonly dropped: number;
  readonly retried: number;
  readonly pending: number;
  /** Of the newest sample that was sent or refused; undefined before. */
  readonly highestSentMs: number | undefined;
  /** Of the newest sample there is to send. */
  readonly highestMs: number | undefined;
}

export interface RemoteState {
  readonly queues: readonly RemoteQueue[];
  readonly processStartMs: number | undefined;
}

const prefix = 'prometheus_remote_storage_';
/** Left out on purpose by write_relabel_configs. */
const droppedOnPurpose = 'dropped_series';

export function readRemoteState({ families }: Exposition): RemoteState {
  const samples = families.flatMap((family) => family.samples);
  const own = samples.filter(({ name }) => name.startsWith(prefix));
  const queues = own.filter(({ name }) => name === `${prefix}samples_pending`);
  const start = samples.find(({ name }) => name === 'process_start_time_seconds')?.value;
  return {
    queues: queues.map((queue) => readQueue(queue, own)),
    processStartMs: start === undefined ? undefined : start * 1_000,
  };
}

function readQueue({ labels }: Sample, all: readonly Sample[]): RemoteQueue {
  const { remote_name: name = '', url = '' } = labels;
  const own = all.filter((one) => one.labels['remote_name'] === name && one.labels['url'] === url);
  const sum = (metric: string) => total(own.filter((one) => one.name === prefix + metric));
  const dropped = own.filter((one) => one.name === `${prefix}samples_dropped_total`);
  return {
    name,
    url,
    failed: sum('samples_failed_total'),
    dropped: total(dropped.filter((one) => one.labels['reason'] !== droppedOnPurpose)),
    retried: sum('samples_retried_total'),
    pending: sum('samples_pending'),
    highestSentMs: timeOf(own, 'queue_highest_sent_timestamp_seconds'),
    // One for each queue since 3.7, one for all before.
    highestMs: timeOf(own, 'queue_highest_timestamp_seconds') ?? timeOf(all, 'highest_timestamp_in_seconds'),
  };
}

function total(samples: readonly Sample[]): number {
  return samples.reduce((sum, { value }) => sum + value, 0);
}

/** 0 stands for never. */
function timeOf(samples: readonly Sample[], metric: string): number | undefined {
  const seconds = samples.find(({ name }) => name === prefix + metric)?.value;
  return seconds === undefined || seconds === 0 ? undefined : seconds * 1_000;
}
