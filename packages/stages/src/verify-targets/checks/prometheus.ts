import { formatDuration } from '@fly-monitoring/kit';
import type { Check } from '@fly-monitoring/prometheus';
import { checkModule } from '../check-module.js';
import type { ServerSeen } from '../outcome.js';

/** More than this between two clocks is worth a word; it is corrected anyway. */
const toldSkewMs = 2_000;

export const prometheus = checkModule({
  name: 'prometheus',
  blame: 'monitoring',
  inputs: {},
  prepare: () => ({ when: 'look', start: () => (asking) => ({ checks: [serverCheck(asking.server)] }) }),
});

function serverCheck({ address, version, clockSkewMs = 0 }: ServerSeen): Check {
  const skew = Math.abs(clockSkewMs) < toldSkewMs ? '' : `; its clock is ${skewWords(clockSkewMs)} this one, corrected`;
  const evidence = `Prometheus ${version ?? ''} is ready at ${address}${skew}`;
  return { name: 'prometheus', verdict: 'pass', blame: 'monitoring', evidence, hint: '' };
}

function skewWords(ms: number): string {
  return `${formatDuration(Math.abs(ms))} ${ms > 0 ? 'ahead of' : 'behind'}`;
}
