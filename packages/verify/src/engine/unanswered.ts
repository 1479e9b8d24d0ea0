import { errorCodes } from '@fly-monitoring/kit';
import { describeFailure, type Failure, isFinal } from '@fly-monitoring/prometheus';
import type { Blame, Check } from '../check.js';

/** What a final answer proves wrong is a failure; silence is not. */
export function unansweredCheck(failure: Failure): Check {
  const blame: Blame = failure.kind === 'unreachable' ? 'network' : 'monitoring';
  const verdict = isFinal(failure) ? 'fail' : 'inconclusive';
  return { name: 'prometheus', verdict, blame, evidence: describeFailure(failure), hint: nextStep(failure) };
}

function nextStep(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return errorCodes.PROMETHEUS_REFUSED.next;
    case 'not-ready':
      return errorCodes.PROMETHEUS_NOT_READY.next.replace('ready-timeout', 'timeout');
    case 'unreachable':
      return failure.reason === 'tls' ? errorCodes.NETWORK_UNREACHABLE.next : errorCodes.PROMETHEUS_UNREACHABLE.next;
    case 'not-found':
    case 'unexpected':
      return 'prometheus-url must be the address of Prometheus itself, with its path prefix if it has one.';
    case 'error':
      return 'Look at the log of Prometheus; it refuses what it was asked.';
  }
}
