import { type Http, Interruption, undiciHttp } from '@fly-monitoring/kit';
import { expect, test } from '@jest/globals';
import { listOf, run, start, versionsOf } from '../../test/import-dashboards-run.js';

/** Takes so many writes to dashboards, then the run is cancelled. */
function cancelledAfter(writes: number): Http {
  const http = undiciHttp();
  let left = writes;
  return {
    download: http.download,
    send: async (request) => {
      const isSave = request.method === 'POST' && request.url.endsWith('/api/dashboards/db');
      if (isSave && left-- === 0) throw new Interruption();
      return http.send(request);
    },
  };
}

test('a cancelled import tells what it had done, and has one error', async () => {
  const grafana = await start();
  const report = await run({ grafana, http: cancelledAfter(1) });
  expect(report.conclusion).toBe('interrupted');
  expect(listOf(report, 'created')).toEqual(['fechatter-overview']);
  expect(report.annotations).toMatchObject([{ level: 'error', title: 'INTERRUPTED' }]);
  expect(report.annotations[0]?.message).toMatch(
    /"Small \| one" was imported.*Done before it: "Fechatter Overview" created/,
  );
  expect(report.summary).toMatch(/^### 🛑 import-dashboards: cancelled/);

  const again = await run({ grafana });
  expect([listOf(again, 'unchanged'), listOf(again, 'created')]).toEqual([['fechatter-overview'], ['small']]);
  expect(versionsOf(grafana)).toEqual([1, 1]);
});
