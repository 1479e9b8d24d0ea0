import { type Http, type HttpResponse, list, type Unreachable } from '@fly-monitoring/kit';
import type { Check } from '../../check.js';
import { type CheckResult, checkModule } from '../../check-module.js';
import { listed } from '../../report/check-words.js';
import { type Endpoint, parseEndpoints } from './endpoint.js';

const base = { name: 'endpoints', blame: 'app' } as const;
const timeoutMs = 15_000;

/** What visitors and load balancers see, which Prometheus does not. */
export const endpoints = checkModule({
  ...base,
  inputs: {
    endpoints: list({
      help: 'Public addresses that must answer, one a line; a status after a blank if it is not 200: "https://shop.fly.dev/metrics 403".',
    }),
  },
  problems: ({ endpoints: lines }) => parseEndpoints(lines ?? []).problems,
  prepare: ({ endpoints: lines }, { inputs }) => {
    const wanted = parseEndpoints(lines ?? []).endpoints;
    if (wanted.length === 0) return { skipped: 'no endpoints were given' };
    return {
      when: 'end',
      steps: wanted.map(({ url, status }) => `Would want ${status} from ${url}.`),
      start:
        () =>
        ({ tools }) =>
          findEndpoints(wanted, tools.http, inputs.prometheusUrl),
    };
  },
});

async function findEndpoints(wanted: readonly Endpoint[], http: Http, prometheusUrl = ''): Promise<CheckResult> {
  const asked = await Promise.all(
    wanted.map(async (one) => ({ one, reply: await http.send({ url: one.url, timeoutMs }) })),
  );
  const wrong = asked.filter(({ one, reply }) => reply.kind !== 'response' || reply.status !== one.status);
  if (wrong.length === 0) {
    return { checks: [{ ...base, verdict: 'pass', evidence: listed(asked.map(answerWords)), hint: '' }] };
  }
  const isOfPrometheus = wrong.every(({ one }) => prometheusUrl !== '' && one.url.startsWith(prometheusUrl));
  const check: Check = {
    ...base,
    verdict: wrong.some(({ reply }) => reply.kind === 'response') ? 'fail' : 'inconclusive',
    blame: isOfPrometheus ? 'monitoring' : 'app',
    evidence: listed(wrong.map(answerWords)),
    hint: 'Open the address; look at "fly checks list" and "fly logs", and at the services in fly.toml.',
  };
  return { checks: [check], isPending: true };
}

function answerWords({ one, reply }: { readonly one: Endpoint; readonly reply: HttpResponse | Unreachable }): string {
  if (reply.kind === 'unreachable') return `${one.url}: ${reply.detail}`;
  return reply.status === one.status ? `${one.url}: ${one.status}` : `${one.url}: ${reply.status}, not ${one.status}`;
}
