import { checkModule } from '../../check-module.js';
import { base } from './identity.js';
import { judgeLabelSets } from './judge-label-sets.js';

export const labelSets = checkModule({
  ...base,
  inputs: {},
  // Discovery may still be moving: what clashes now may not in a minute.
  prepare: () => ({
    when: 'poll',
    start:
      () =>
      ({ targets, activeTargets, otherTargets }) => {
        const counted = targets.jobs.filter((job) => job.counted !== undefined).length;
        const check = judgeLabelSets(activeTargets, otherTargets);
        // As many series as targets: no two of them share their labels.
        const more = counted === 0 ? '' : `; ${counted} large jobs with a series for each target`;
        return { checks: [{ ...check, evidence: `${check.evidence}${more}` }], isPending: true };
      },
  }),
});
