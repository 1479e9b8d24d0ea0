import { judgeLabelSets } from '@fly-monitoring/prometheus';
import { checkModule } from '../check-module.js';

export const labelSets = checkModule({
  name: 'label-sets',
  blame: 'monitoring',
  inputs: {},
  // Discovery may still be moving: what clashes now may not in a minute.
  prepare: () => ({
    when: 'look',
    start: () => (asking) => ({ checks: [judgeLabelSets(asking.activeTargets)], isPending: true }),
  }),
});
