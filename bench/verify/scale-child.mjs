// One of the compared ways, alone in its process: a peak of memory belongs to a process.
import { undiciHttp } from '../../packages/kit/lib/index.js';
import { runStage } from './run-stage.mjs';

const [kind, url, folder, count] = process.argv.slice(2);
let decodedBytes = 0;
let requests = 0;
const real = undiciHttp();
const http = {
  ...real,
  send: async (request) => {
    const reply = await real.send(request);
    requests += 1;
    if (reply.kind === 'response') decodedBytes += Buffer.byteLength(reply.body);
    return reply;
  },
};

const ways = {
  empty: async () => 'idle',
  naive: async () => {
    const reply = await http.send({ url: `${url}/api/v1/targets?state=active`, timeoutMs: 60_000 });
    const { activeTargets } = JSON.parse(reply.body).data;
    return activeTargets.length === Number(count) && activeTargets.every(({ health }) => health === 'up')
      ? 'pass'
      : 'fail';
  },
  verify: async () => {
    const given = {
      'prometheus-url': url,
      'prometheus-config': 'prometheus.yml',
      jobs: `fleet=${count}`,
      'stable-for': '0s',
      timeout: '10s',
    };
    const report = await runStage(given, folder, { http });
    if (report.outputs.verdict !== 'pass') console.log(report.lines.join('\n'));
    return report.outputs.verdict;
  },
};

const startMs = Date.now();
const verdict = await ways[kind]();
const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
process.send({ verdict, decodedBytes, requests, ms: Date.now() - startMs, peakMiB }, () => process.exit(0));
