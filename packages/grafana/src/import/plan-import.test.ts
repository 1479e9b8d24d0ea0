import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contentHash } from '../document/canonical.js';
import { type ImportState, planImport } from './plan-import.js';
import type { ExistingDashboard } from './read-existing.js';
import { saveMessage } from './save-message.js';
import type { WantedDashboard } from './wanted-dashboard.js';

const origin = { repository: 'acme/shop', sha: 'abc', runUrl: undefined };

function wantedWith(title: string): WantedDashboard {
  const json = { uid: 'shop', title };
  return { file: 'dashboards/shop.json', uid: 'shop', title, json, hash: contentHash(json) };
}

const wanted = wantedWith('Shop');

function existing(changes: Partial<ExistingDashboard> = {}): ExistingDashboard {
  const json = { uid: 'shop', title: 'Shop, as it was' };
  const before = {
    uid: 'shop',
    title: 'Shop',
    version: 7,
    folderUid: 'f',
    provisioned: false,
    url: '/d/shop',
    updatedBy: 'anna',
    json,
  };
  return {
    ...before,
    hash: contentHash(json),
    lastSave: { version: 7, message: saveMessage(contentHash(json), origin) },
    ...changes,
  };
}

function stepOf(found: ExistingDashboard | undefined, overwrite: ImportState['overwrite'] = 'managed') {
  const state = { wanted: [wanted], existing: new Map(found && [['shop', found]]), folderUid: 'f', overwrite };
  return planImport(state)[0];
}

const byHand = { version: 7, message: '' };

describe('planImport', () => {
  test('creates what is not there', () => {
    expect(stepOf(undefined)).toMatchObject({ kind: 'create' });
  });

  test('updates what we saved last', () => {
    expect(stepOf(existing())).toMatchObject({ kind: 'update', version: 7, reason: 'its content has changed' });
  });

  test.each(['managed', 'always'] as const)('leaves equal content alone, whoever saved it (%s)', (overwrite) => {
    expect(stepOf(existing({ hash: wanted.hash, lastSave: undefined }), overwrite)).toMatchObject({
      kind: 'unchanged',
    });
  });

  test('takes equal content over that somebody saved, so that it is ours from then on', () => {
    const equal = { hash: wanted.hash, lastSave: byHand };
    expect(stepOf(existing(equal))).toMatchObject({ kind: 'adopt', version: 7 });
    expect(stepOf(existing({ ...equal, folderUid: '' }))).toMatchObject({ kind: 'update' });
    for (const left of [stepOf(existing(equal), 'never'), stepOf(existing({ ...equal, provisioned: true }))]) {
      expect(left).toMatchObject({ kind: 'unchanged' });
    }
  });

  test('leaves alone what we saved last and Grafana hands out in another form', () => {
    const lastSave = { version: 7, message: saveMessage(wanted.hash, origin) };
    expect(stepOf(existing({ lastSave }))).toMatchObject({ kind: 'unchanged' });
  });

  test('moves equal content back into its folder', () => {
    expect(stepOf(existing({ hash: wanted.hash, folderUid: '' }))).toMatchObject({
      kind: 'update',
      reason: 'it is in another folder',
    });
  });

  test('does not replace what somebody saved since', () => {
    expect(stepOf(existing({ lastSave: byHand }))).toMatchObject({
      kind: 'conflict',
      cause: 'edited',
      reason: 'version 7 was saved by anna, not by an import',
    });
  });

  test('replaces it when asked to', () => {
    expect(stepOf(existing({ lastSave: byHand }), 'always')).toMatchObject({ kind: 'update', version: 7 });
  });

  test.each([
    ['what we saved last', existing()],
    ['what somebody saved since', existing({ lastSave: byHand })],
    ['what a file on the server decides', existing({ provisioned: true })],
    ['what lies elsewhere', existing({ hash: wanted.hash, folderUid: '' })],
  ])('with "never" keeps %s', (_, found) => {
    expect(stepOf(found, 'never')).toMatchObject({ kind: 'kept' });
  });

  test('with "never" makes what is missing, and leaves equal content alone', () => {
    expect(stepOf(undefined, 'never')).toMatchObject({ kind: 'create' });
    expect(stepOf(existing({ hash: wanted.hash }), 'never')).toMatchObject({ kind: 'unchanged' });
  });

  test('does not replace what an import for another environment saved', () => {
    const message = saveMessage(contentHash({ uid: 'shop' }), { ...origin, environment: 'staging' });
    expect(stepOf(existing({ lastSave: { version: 7, message } }))).toMatchObject({
      kind: 'conflict',
      cause: 'other-environment',
      reason: 'version 7 was saved by the import of the environment "staging"',
    });
  });

  test('does not replace what was never ours', () => {
    const found = existing({ version: 1, lastSave: { version: 1, message: '' }, updatedBy: '' });
    expect(stepOf(found)).toMatchObject({
      cause: 'foreign',
      reason: 'a dashboard with this uid was made, not by an import',
    });
  });

  test.each([
    ['there is no history', undefined],
    ['the history is behind', { version: 6, message: saveMessage(contentHash({ uid: 'shop' }), origin) }],
  ])('does not replace what it cannot judge: %s', (_, lastSave) => {
    expect(stepOf(existing({ lastSave }))).toMatchObject({ kind: 'conflict', cause: 'unknown-history' });
  });

  test.each(['managed', 'always'] as const)('never saves what a file on the server decides (%s)', (overwrite) => {
    expect(stepOf(existing({ provisioned: true }), overwrite)).toMatchObject({
      kind: 'conflict',
      cause: 'provisioned',
    });
  });
});

test('after any save of ours the next plan has nothing to do', () => {
  const folders = fc.constantFrom('', 'f', 'g');
  fc.assert(
    fc.property(
      fc.string(),
      folders,
      fc.integer({ min: 1 }),
      fc.constantFrom('managed', 'always'),
      (title, folderUid, version, overwrite) => {
        const one = wantedWith(title);
        const lastSave = { version, message: saveMessage(one.hash, origin) };
        const saved = existing({ json: one.json, hash: one.hash, version, folderUid, lastSave });
        const steps = planImport({ wanted: [one], existing: new Map([['shop', saved]]), folderUid, overwrite });
        expect(steps).toMatchObject([{ kind: 'unchanged' }]);
      },
    ),
  );
});

test('whatever is found, "managed" updates only what our own newest message marks, or what only moves', () => {
  const messages = fc.oneof(
    fc.string(),
    fc.constant(saveMessage('0123456789abcdef', origin)),
    fc.constant(`fly-monitoring by hand`),
  );
  fc.assert(
    fc.property(messages, fc.boolean(), (message, isBehind) => {
      const step = stepOf(existing({ lastSave: { version: isBehind ? 6 : 7, message } }));
      const isOurs = !isBehind && /^fly-monitoring [0-9a-f]{16}( |$)/.test(message);
      expect(step?.kind).toBe(isOurs ? 'update' : 'conflict');
    }),
  );
});
