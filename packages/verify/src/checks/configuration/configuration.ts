import { type ConfigDifference, compareConfig, describeFailure, setExternalLabels } from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import { type CheckContext, type CheckResult, checkModule } from '../../check-module.js';
import { listed } from '../../report/check-words.js';
import { isTooOldToInclude, uncomparedIncludes } from './includes.js';

const base = { name: 'configuration', blame: 'monitoring' } as const;

interface Wanted {
  readonly file: string;
  /** As deploy-monitoring deploys it, and as it stands in the repository: either is the right one. */
  readonly texts: readonly [deployed: string, written: string];
  /** What Prometheus does not show, in words; empty when it shows all. */
  readonly uncompared: string;
}

/** A server that runs with yesterday's file scrapes yesterday's targets, and all of them may be up. */
export const configuration = checkModule({
  ...base,
  inputs: {},
  prepare: (_, { repository, inputs }) => {
    const { config, configText } = repository;
    if (config === undefined || configText === undefined)
      return { skipped: 'there is no configuration file to compare' };
    const wanted: Wanted = {
      file: config.file,
      texts: [setExternalLabels(configText, inputs), configText],
      uncompared: uncomparedIncludes(config),
    };
    return {
      when: 'end',
      steps: [`Would want each key of ${config.file} to be loaded.`],
      start: () => (context) => findConfiguration(context, wanted),
    };
  },
});

async function findConfiguration(
  { loadedConfig, server }: CheckContext,
  { file, texts, uncompared }: Wanted,
): Promise<CheckResult> {
  const answer = await loadedConfig();
  if (answer.kind === 'not-found') return settled('skipped', `the server does not show its configuration (404)`);
  if (answer.kind !== 'ok') return unread(describeFailure(answer));
  const [deployed, written] = texts.map((text) => compareConfig(text, answer.value));
  const isAsWritten = written?.kind === 'compared' && written.differences.length === 0;
  const compared = isAsWritten ? written : deployed;
  if (compared?.kind !== 'compared') return unread(compared?.problem ?? '');
  const { differences, keys } = compared;
  if (differences.length === 0) return settled('pass', `all ${keys} keys of ${file} are loaded${uncompared}`);
  const check: Check = {
    ...base,
    verdict: 'fail',
    evidence: `${differences.length} of ${keys} keys of ${file} differ: ${listed(differences.map(differenceWords))}`,
    hint: hintFor(differences, server.version),
  };
  return { checks: [check], isPending: true, report: { json: { configuration: differences } } };
}

function hintFor(differences: readonly ConfigDifference[], version: string | undefined): string {
  if (isTooOldToInclude(differences, version)) {
    return `Prometheus reads scrape_config_files since 2.43, and this is ${version}, which refuses a file with that key: deploy a newer one, or write the jobs into scrape_configs.`;
  }
  return 'Prometheus runs with another configuration than the repository has: deploy the monitoring app, or look at its log.';
}

function settled(verdict: 'pass' | 'skipped', evidence: string): CheckResult {
  return { checks: [{ ...base, verdict, evidence, hint: '' }] };
}

function unread(evidence: string): CheckResult {
  const hint = 'Run again when Prometheus shows its configuration (Status, Configuration).';
  return { checks: [{ ...base, verdict: 'inconclusive', evidence, hint }], isPending: true };
}

function differenceWords({ path, wanted, loaded }: ConfigDifference): string {
  return loaded === undefined ? `${path} is not loaded` : `${path} is ${loaded}, not ${wanted}`;
}
