import type { MachineSnapshot } from '@fly-monitoring/testing/fly';
import { expect } from '@jest/globals';
import type { Failure, Row, Success } from './row.js';
import type { Seen } from './run-lanes.js';

/** That a run has ended, said and left what the row expects, and that the same run is green afterwards. */
export function expectRow(row: Row, all: ReadonlyMap<Row, Seen>): void {
  const { expects } = row;
  const seen = all.get(row);
  if (seen === undefined) throw new Error('The row was not tried.');
  expect([expects.code, seen.deploys]).toEqual([codeOf(seen), expects.deploys]);
  if (expects.code === 'success') expectSuccess(expects, seen);
  else expectFailure(expects, seen);
  expectPrevious(seen);
  // With what it says, for whoever has to find out why it is not green.
  const { conclusion, annotations } = seen.again ?? { conclusion: 'success', annotations: [] };
  expect({ conclusion, annotations }).toEqual({ conclusion: 'success', annotations: expect.anything() });
}

function codeOf({ report }: Seen): string | undefined {
  return report.conclusion === 'success' ? 'success' : report.annotations[0]?.title;
}

function expectSuccess({ says, notice }: Success, { report, log, after }: Seen): void {
  const notices = report.annotations.map(({ message }) => message).join('\n');
  expect(notices !== '').toBe(notice);
  for (const phrase of says) expect(notice ? notices : log).toMatch(phrase);
  const version = after?.releases.at(-1)?.version;
  expect(report.outputs).toMatchObject({ 'release-version': String(version), changed: 'true' });
  expect(idsIn(report.outputs['machines'])).toEqual(idsOf(after));
}

function expectFailure({ says, hint, state }: Failure, seen: Seen): void {
  const { message } = seen;
  for (const phrase of says) expect(message).toMatch(phrase);
  expect(seen.hint).toMatch(hint);
  switch (state) {
    case 'nothing ran':
      expect(message).toMatch(/^Nothing was (changed|deployed)/m);
      expect(lasting(seen.after)).toEqual(lasting(seen.before));
      return;
    case 'nothing asked':
      expect(seen.asked).toEqual([]);
      expect(lasting(seen.after)).toEqual(lasting(seen.before));
      return;
    case 'unknown':
      expect(message).toContain('Fly.io could not be asked what runs now.');
      expect(idsIn(seen.report.outputs['machines'])).toEqual([]);
      return;
    case 'listed':
      expectListed(seen);
  }
}

/** All of an app but what passes by itself, such as when a check last ran. */
function lasting(app: Seen['after']) {
  const machines = app?.machines.map(({ id, instanceId, state, env }) => ({ id, instanceId, state, env }));
  return { ...app, machines };
}

function expectListed({ message, report, after }: Seen): void {
  expect(message).toContain('What runs now:');
  if (after?.machines.length === 0) expect(message).toContain('What runs now: no machine.');
  for (const { id, releaseVersion } of after?.machines ?? []) {
    expect(message).toMatch(new RegExp(`^- Machine ${id} \\(.*\\): release ${releaseVersion}, `, 'm'));
  }
  expect(idsIn(report.outputs['machines'])).toEqual(idsOf(after));
}

function expectPrevious({ report, before }: Seen): void {
  if (!('previous-release-version' in report.outputs)) return;
  const newest = before?.releases.at(-1);
  const isRunning = newest?.status === 'running' && before?.machines.every(runs(newest.version)) === true;
  const complete = before?.releases.filter(({ status }) => status === 'complete').at(-1);
  const good = (isRunning ? newest : complete)?.version;
  expect(report.outputs['previous-release-version']).toBe(good === undefined ? '' : String(good));
}

function runs(version: number) {
  return ({ releaseVersion }: MachineSnapshot) => releaseVersion === String(version);
}

function idsIn(machines: unknown): readonly string[] {
  const list: readonly { readonly id: string }[] = JSON.parse(String(machines));
  return list.map(({ id }) => id).sort();
}

/** Standbys and stopped left-overs are machines of the app too. */
function idsOf(app: Seen['after']): readonly string[] {
  return (app?.machines ?? [])
    .filter(({ isStandby }) => !isStandby)
    .map(({ id }) => id)
    .sort();
}
