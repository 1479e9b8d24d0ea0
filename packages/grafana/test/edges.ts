import {
  type Clock,
  type HttpRequest,
  type HttpResponse,
  Secret,
  type Unreachable,
  undiciHttp,
} from '@fly-monitoring/kit';
import { type GrafanaOptions, type GrafanaStandIn, startGrafana } from '@fly-monitoring/testing/grafana';
import { afterEach } from '@jest/globals';
import { type GrafanaEdges, grafanaTransport, type Transport } from '../src/api/transport.js';

export const tokens = { admin: 'glsa_admin', editor: 'glsa_editor', viewer: 'glsa_viewer' };

/** Time passes by sleeping only. */
export function fastClock(): Clock & { readonly sleeps: number[] } {
  let now = 0;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    sleep: async (ms) => {
      sleeps.push(ms);
      now += ms;
    },
  };
}

export interface Started {
  readonly grafana: GrafanaStandIn;
  readonly transport: Transport;
  readonly edges: GrafanaEdges;
  readonly clock: ReturnType<typeof fastClock>;
}

const running: GrafanaStandIn[] = [];
afterEach(async () => {
  for (const grafana of running.splice(0)) await grafana.stop();
});

/** A stand-in and a client of it with an Editor's token; stopped after the test. */
export async function startedGrafana(options: Partial<GrafanaOptions> & { token?: string } = {}): Promise<Started> {
  const { token = tokens.editor, ...rest } = options;
  const grafana = await startGrafana({ tokens, ...rest });
  running.push(grafana);
  const clock = fastClock();
  const edges = { http: undiciHttp(), clock };
  const transport = grafanaTransport(edges, { url: grafana.url, token: new Secret(token) });
  return { grafana, transport, edges, clock };
}

type Said = Partial<HttpResponse> | Unreachable;

/** An HTTP port that says what a Grafana would not, or what one Grafana cannot be made to say. */
export function answering(
  answer: Said | ((request: HttpRequest) => Said),
): GrafanaEdges & { readonly requests: HttpRequest[] } {
  const requests: HttpRequest[] = [];
  return {
    requests,
    clock: fastClock(),
    http: {
      send: async (request) => {
        requests.push(request);
        const said = typeof answer === 'function' ? answer(request) : answer;
        return said.kind === 'unreachable' ? said : { kind: 'response', status: 200, headers: {}, body: '', ...said };
      },
      download: () => Promise.reject(new Error('Nothing is downloaded here.')),
    },
  };
}
