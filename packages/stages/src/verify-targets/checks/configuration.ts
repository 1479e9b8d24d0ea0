import { type Check, type ConfigDifference, compareConfig, describeFailure } from '@fly-monitoring/prometheus';
import { type Asking, checkModule, type Finding } from '../check-module.js';
import { listed } from '../check-words.js';

const base = { name: 'configuration', blame: 'monitoring' } as const;

interface Wanted {
  readonly file: string;
  readonly text: string;
}

/** A server that runs with yesterday's file scrapes yesterday's targets, and all of them may be up. */
export const configuration = checkModule({
  ...base,
  inputs: {},
  prepare: (_, { material }) => {
    const { config, configText } = material;
    if (config === undefined || configText === undefined)
      return { skipped: 'there is no configuration file to compare' };
    const wanted = { file: config.file, text: configText };
    return {
      when: 'end',
      steps: [`Would want each key of ${config.file} to be loaded.`],
      start: () => (asking) => findConfiguration(asking, wanted),
    };
  },
});

async function findConfiguration({ loadedConfig }: Asking, { file, text }: Wanted): Promise<Finding> {
  const answer = await loadedConfig();
  if (answer.kind === 'not-found') return settled('skipped', `the server does not show its configuration (404)`);
  if (answer.kind !== 'ok') return unread(describeFailure(answer));
  const compared = compareConfig(text, answer.value);
  if (compared.kind === 'unreadable') return unread(compared.problem);
  const { differences, keys } = compared;
  if (differences.length === 0) return settled('pass', `all ${keys} keys of ${file} are loaded`);
  const check: Check = {
    ...base,
    verdict: 'fail',
    evidence: `${differences.length} of ${keys} keys of ${file} differ: ${listed(differences.map(differenceWords))}`,
    hint: 'Prometheus runs with another configuration than the repository has: deploy the monitoring app, or look at its log.',
  };
  return { checks: [check], isPending: true, told: { json: { configuration: differences } } };
}

function settled(verdict: 'pass' | 'skipped', evidence: string): Finding {
  return { checks: [{ ...base, verdict, evidence, hint: '' }] };
}

function unread(evidence: string): Finding {
  const hint = 'Run again when Prometheus shows its configuration (Status, Configuration).';
  return { checks: [{ ...base, verdict: 'inconclusive', evidence, hint }], isPending: true };
}

function differenceWords({ path, wanted, loaded }: ConfigDifference): string {
  return loaded === undefined ? `${path} is not loaded` : `${path} is ${loaded}, not ${wanted}`;
}
