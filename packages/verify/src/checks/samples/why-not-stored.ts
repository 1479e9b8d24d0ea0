import { type Answer, describeFailure, type Exposition } from '@fly-monitoring/prometheus';

interface Trouble {
  readonly counter: string;
  readonly words: string;
}

/** What a TSDB counts when it does not store; the errors themselves are in its log alone. */
const troubles: readonly Trouble[] = [
  { counter: 'prometheus_tsdb_wal_writes_failed_total', words: 'failed writes to the write-ahead log' },
  { counter: 'prometheus_tsdb_wal_corruptions_total', words: 'corruptions of the write-ahead log' },
  { counter: 'prometheus_tsdb_wal_truncations_failed_total', words: 'failed truncations of the write-ahead log' },
  { counter: 'prometheus_tsdb_checkpoint_creations_failed_total', words: 'failed checkpoints' },
  { counter: 'prometheus_tsdb_head_truncations_failed_total', words: 'failed truncations of the head' },
  { counter: 'prometheus_tsdb_compactions_failed_total', words: 'failed compactions' },
  { counter: 'prometheus_tsdb_out_of_bound_samples_total', words: 'samples out of bounds' },
  { counter: 'prometheus_tsdb_too_old_samples_total', words: 'samples that are too old' },
  { counter: 'prometheus_tsdb_out_of_order_samples_total', words: 'samples out of order' },
];

/** What the server's own counters say since it started; a reason that they do not tell is not guessed. */
export function whyNotStored(answer: Answer<Exposition>): string {
  if (answer.kind !== 'ok') return `Prometheus' own metrics cannot be read: ${describeFailure(answer)}`;
  const totals = new Map(
    answer.value.families.map(({ name, samples }) => [name, samples.reduce((sum, { value }) => sum + value, 0)]),
  );
  const told = troubles.flatMap(({ counter, words }) => {
    const total = totals.get(counter) ?? 0;
    return total > 0 ? [`${total} ${words} (${counter})`] : [];
  });
  return told.length === 0
    ? 'no counter of its TSDB tells why'
    : `since its start Prometheus counts ${told.join(', ')}`;
}
