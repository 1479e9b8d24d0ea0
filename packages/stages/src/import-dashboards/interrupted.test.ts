import { type Http, Interruption, undiciHttp } from '@fly-monitoring/kit';
import { expect, test } from '@jest/globals';
import { listOf, run, start, versionsOf } from '../../test/import-dashboards-run.js';

/** Takes so many requests of that kind to dashboards, then the run is cancelled. */
function cancelledAfter(writes: number, method: 'POST' | 'DELETE' = 'POST'): Http {
  const http = undiciHttp();
  let left = writes;
  return {
    download: http.download,
    send: async (request) => {
      const isWrite = request.method === method && /\/api\/dashboards\/(db$|uid\/)/.test(request.url);
      if (isWrite && left-- === 0) throw new Interruption();
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

test('a cancelled deletion tells what was deleted before it, and the next run does the rest', async () => {
  const grafana = await start();
  const files = (...uids: string[]) =>
    Object.fromEntries(uids.map((uid) => [`dashboards/${uid}.json`, `{"uid":"${uid}","title":"${uid}","panels":[]}`]));
  await run({ grafana, files: files('a', 'b', 'c') });
  const given = { prune: 'true', annotate: 'true' };
  const report = await run({ grafana, files: files('a'), given, http: cancelledAfter(1, 'DELETE') });
  expect([report.conclusion, listOf(report, 'deleted')]).toEqual(['interrupted', ['b']]);
  expect(report.annotations).toMatchObject([
    {
      level: 'error',
      title: 'INTERRUPTED',
      message: expect.stringMatching(
        /"c" was deleted: it may be there or not\. Done before it: "a" unchanged, "b" deleted/,
      ),
    },
  ]);
  expect(grafana.state().annotations).toEqual([]);

  expect(listOf(await run({ grafana, files: files('a'), given }), 'deleted')).toEqual(['c']);
  expect(grafana.state().annotations).toHaveLength(1);
});
