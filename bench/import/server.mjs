// The stand-in of Grafana in a process of its own, so that its work is not measured with that of the client.
import { startGrafana } from '../../packages/testing/lib/grafana/index.js';

const [, , token, latencyMs] = process.argv;
const grafana = await startGrafana({ tokens: { editor: token }, prometheusUrl: 'http://127.0.0.1:1' });
grafana.misbehave({ kind: 'slow', delayMs: Number(latencyMs) });
let told = 0;

process.on('message', () => {
  const calls = grafana.calls().slice(told);
  told += calls.length;
  process.send(calls.map(({ method, path, query, status }) => ({ method, path, query, status })));
});
process.on('disconnect', () => process.exit());
process.send(grafana.url);
