import { type Http, undiciHttp } from '@fly-monitoring/kit';
import { GRAFANA_VERSIONS, type GrafanaStandIn } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listOf, type Ran, run, start } from '../../test/import-dashboards-run.js';

type Files = Readonly<Record<string, string>>;

const uids = ['a', 'b', 'c'] as const;
const given = { prune: 'true', annotate: 'true' };
const titled = (uid: string, title: string) => JSON.stringify({ uid, title: `${uid} ${title}`, panels: [] });
const filesOf = (titles: Readonly<Record<string, string>>): Files =>
  Object.fromEntries(Object.entries(titles).map(([uid, title]) => [`dashboards/${uid}.json`, titled(uid, title)]));

/** What may come between: at the so-many-th request of an import. */
type Trouble =
  | { readonly kind: 'none' | 'throttled' | 'twice' }
  | { readonly kind: 'killed' | 'lost'; readonly at: number; readonly moment: 'before' | 'after' }
  | { readonly kind: 'against'; readonly titles: Readonly<Record<string, string>> }
  | { readonly kind: 'edit-meanwhile'; readonly at: number; readonly uid: string };

type Step =
  | { readonly kind: 'import'; readonly titles: Readonly<Record<string, string>>; readonly trouble: Trouble }
  | { readonly kind: 'edit'; readonly uid: string }
  | { readonly kind: 'theirs'; readonly uid: string };

class Killed extends Error {}

/** Does something to the so-many-th request, counted from 0. */
function meddling(
  at: number,
  meddle: (http: Http, request: Parameters<Http['send']>[0]) => ReturnType<Http['send']>,
): Http {
  const http = undiciHttp();
  let count = 0;
  return { ...http, send: (request) => (count++ === at ? meddle(http, request) : http.send(request)) };
}

/** The process ends: nothing more is sent. */
function killedAt(at: number, moment: 'before' | 'after'): Http {
  const http = undiciHttp();
  let count = 0;
  return {
    ...http,
    send: async (request) => {
      if (count++ < at) return http.send(request);
      if (count === at + 1 && moment === 'after') await http.send(request);
      throw new Killed();
    },
  };
}

function lostAt(at: number, moment: 'before' | 'after'): Http {
  return meddling(at, async (http, request) => {
    if (moment === 'after') await http.send(request);
    return { kind: 'unreachable', reason: 'reset', detail: 'the connection was reset' };
  });
}

/** Grafana's deletion names no version: what is saved in the very moment before it cannot be told from what was read. */
function editingAt(at: number, edit: () => void): Http {
  return meddling(at, (http, request) => {
    if (request.method !== 'DELETE') edit();
    return http.send(request);
  });
}

const newest = (grafana: GrafanaStandIn) =>
  new Map(
    grafana.state().dashboards.map(({ uid, versions }) => {
      const last = versions.at(-1) ?? versions[0];
      return [uid, { version: last.version, by: last.createdBy, title: last.dashboard['title'] }] as const;
    }),
  );

class World {
  readonly grafana: GrafanaStandIn;
  readonly #kept = new Map<string, string>();
  #edits = 0;

  constructor(grafana: GrafanaStandIn) {
    this.grafana = grafana;
  }

  edit(uid: string): void {
    if (newest(this.grafana).has(uid)) this.grafana.edit(uid, { title: `by hand ${++this.#edits}` });
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'edit':
        this.edit(step.uid);
        return;
      case 'theirs':
        this.#place(step.uid);
        return;
      case 'import':
        await this.#import(step.titles, step.trouble);
    }
  }

  #place(uid: string): void {
    const theirs = `their-${uid}`;
    const folderUid = this.grafana.state().folders[0]?.uid ?? '';
    if (!newest(this.grafana).has(theirs))
      this.grafana.place({ dashboard: { uid: theirs, title: 'Theirs' }, folderUid });
  }

  async #import(titles: Readonly<Record<string, string>>, trouble: Trouble): Promise<void> {
    const before = newest(this.grafana);
    const once = (http?: Http) => this.importOf(titles, http);
    await meeting(trouble, this, once);
    this.#compare(before);
  }

  importOf(titles: Readonly<Record<string, string>>, http: Http = undiciHttp()): Promise<Ran> {
    return run({ grafana: this.grafana, files: filesOf(titles), given, http, written: this.#kept });
  }

  /** Nobody's work is gone, and what an import replaced or deleted is kept. */
  #compare(before: ReturnType<typeof newest>): void {
    const after = newest(this.grafana);
    for (const [uid, was] of before) {
      const is = after.get(uid);
      if (was.by === 'admin') expect([uid, is?.by]).toEqual([uid, 'admin']);
      if (is?.version === was.version || is?.by === 'admin') continue;
      const copies = [...this.#kept].filter(([path]) => path.includes(`/${uid}-v${was.version}`));
      expect([uid, copies.some(([, text]) => text.includes(JSON.stringify(was.title)))]).toEqual([uid, true]);
    }
  }
}

async function meeting(trouble: Trouble, world: World, once: (http?: Http) => Promise<Ran>): Promise<void> {
  switch (trouble.kind) {
    case 'none':
      await once();
      return;
    case 'twice':
      await Promise.all([once(), once()]);
      return;
    case 'against':
      await Promise.all([once(), world.importOf(trouble.titles)]);
      return;
    case 'throttled':
      world.grafana.misbehave({ kind: 'throttled', retryAfterSeconds: 1, times: 3 });
      await once();
      return;
    case 'lost':
      await once(lostAt(trouble.at, trouble.moment));
      return;
    case 'edit-meanwhile':
      await once(editingAt(trouble.at, () => world.edit(trouble.uid)));
      return;
    case 'killed':
      await once(killedAt(trouble.at, trouble.moment)).catch((thrown: unknown) => {
        if (!(thrown instanceof Killed)) throw thrown;
      });
  }
}

/** After everything: one clean import does what is left to do, and the next one finds nothing to do. */
async function expectConverged(grafana: GrafanaStandIn, titles: Readonly<Record<string, string>>): Promise<void> {
  const files = filesOf(titles);
  await run({ grafana, files, given });
  const states = newest(grafana);
  const again = await run({ grafana, files, given });
  expect(newest(grafana)).toEqual(states);
  const edited = Object.keys(titles).filter((uid) => states.get(uid)?.by === 'admin');
  expect([listOf(again, 'conflicted'), listOf(again, 'failed')]).toEqual([edited, []]);
  for (const [uid, title] of Object.entries(titles)) {
    if (!edited.includes(uid)) expect(states.get(uid)?.title).toBe(`${uid} ${title}`);
  }
  // With a conflict nothing is deleted; without one, only people's own dashboards are left beside the wanted ones.
  const rest = [...states].filter(([uid, { by }]) => !(uid in titles) && by !== 'admin');
  if (edited.length === 0) expect(rest).toEqual([]);
}

/** More than an import of three dashboards asks. */
const at = fc.integer({ min: 0, max: 30 });
const moment = fc.constantFrom('before' as const, 'after' as const);
const uid = fc.constantFrom(...uids);
const title = fc.constantFrom('one', 'two', 'three');
const titles: fc.Arbitrary<Record<string, string>> = fc
  .record({ a: title, b: title, c: title }, { requiredKeys: [] })
  .filter((record) => Object.keys(record).length > 0);
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({ kind: fc.constantFrom('none' as const, 'throttled' as const, 'twice' as const) }),
  fc.record({ kind: fc.constantFrom('killed' as const, 'lost' as const), at, moment }),
  fc.record({ kind: fc.constant('edit-meanwhile' as const), at, uid }),
  fc.record({ kind: fc.constant('against' as const), titles }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('import' as const), titles, trouble }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const), uid }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('theirs' as const), uid }) },
);

test("whatever happens between and within imports, nobody's work is lost and the next import does the rest", async () => {
  const plan = fc.record({
    version: fc.constantFrom(...GRAFANA_VERSIONS),
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
    last: titles,
  });
  await fc.assert(
    fc.asyncProperty(plan, async ({ version, steps, last }) => {
      const world = new World(await start({ version }));
      for (const each of steps) await world.take(each);
      await expectConverged(world.grafana, last);
      await world.grafana.stop();
    }),
    { numRuns: 60 },
  );
}, 120_000);

describe.each(['a', 'c'])('what somebody saves in dashboard %s before any request of an import', (edited) => {
  test('stays, whether it would be replaced or deleted', async () => {
    for (let request = 0; ; request++) {
      const world = new World(await start());
      await world.take({ kind: 'import', titles: { a: 'one', b: 'one', c: 'one' }, trouble: { kind: 'none' } });
      const before = world.grafana.calls().length;
      const trouble = { kind: 'edit-meanwhile', at: request, uid: edited } as const;
      await world.take({ kind: 'import', titles: { a: 'two', b: 'one' }, trouble });
      const asked = world.grafana.calls().length - before;
      await expectConverged(world.grafana, { a: 'two', b: 'one' });
      await world.grafana.stop();
      if (asked < request) return;
    }
  }, 120_000);
});

describe.each(['before', 'after'] as const)('an import that is killed %s any of its requests', (when) => {
  test('is completed by the next one, with one version of each change and every old one kept', async () => {
    for (let request = 0; ; request++) {
      const world = new World(await start());
      await world.take({ kind: 'import', titles: { a: 'one', b: 'one', c: 'one' }, trouble: { kind: 'none' } });
      const before = world.grafana.calls().length;
      const trouble = { kind: 'killed', at: request, moment: when } as const;
      await world.take({ kind: 'import', titles: { a: 'two', b: 'one' }, trouble });
      const asked = world.grafana.calls().length - before;
      await expectConverged(world.grafana, { a: 'two', b: 'one' });
      expect([...newest(world.grafana)].map(([uid, { version }]) => [uid, version])).toEqual([
        ['a', 2],
        ['b', 1],
      ]);
      await world.grafana.stop();
      if (asked < request) return;
    }
  }, 120_000);
});
