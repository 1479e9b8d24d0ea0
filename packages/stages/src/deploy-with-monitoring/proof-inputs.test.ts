import type { StageReport } from '@fly-monitoring/kit';
import { describe, expect, test } from '@jest/globals';
import { proofInputs } from './proof-inputs.js';

const began = '2026-11-22T12:00:00.000Z';
const earlier = '2026-11-01T09:00:00.000Z';
const commit = (digit: string) => digit.repeat(40);

function reportWith(outputs: Readonly<Record<string, string>>): StageReport {
  return { conclusion: 'success', outputs, summary: '', lines: [], annotations: [] };
}

const monitoring = reportWith({ 'started-at': began, changed: 'false' });
const dashboards = reportWith({ 'datasource-uid': '' });

function expected(app: Readonly<Record<string, string>>, given: Readonly<Record<string, string>> = {}) {
  return proofInputs({ monitoring, app: reportWith(app), dashboards }, { given, environment: {} });
}

describe('the proof of a chain', () => {
  test('counts from the start of both deploys, and wants a new Prometheus to be new', () => {
    const renewed = reportWith({ 'started-at': began, changed: 'true' });
    const app = reportWith({ 'started-at': began, outcome: 'deployed' });
    const raw = { given: { release: commit('a') }, environment: {} };
    expect(proofInputs({ monitoring: renewed, app, dashboards }, raw)).toEqual({
      since: `${began}\n${began}`,
      'monitoring-since': began,
    });
  });

  test('asks the data source that the dashboards were given', () => {
    const imported = reportWith({ 'datasource-uid': 'prometheus-shop' });
    const reports = { monitoring, app: reportWith({}), dashboards: imported };
    expect(proofInputs(reports, { given: {}, environment: {} })).toMatchObject({ datasource: 'prometheus-shop' });
  });

  test('counts of a release that stays from the deploy that made it', () => {
    expect(expected({ 'started-at': earlier, outcome: 'unchanged' })).toEqual({ since: `${began}\n${earlier}` });
  });

  test('wants no process to be new when nothing tells when that was', () => {
    const since = `${began}\n1970-01-01T00:00:00Z`;
    expect(expected({ 'started-at': '', outcome: 'unchanged' })).toEqual({ since });
  });

  test('has no start in a dry run', () => {
    expect(
      proofInputs({ monitoring: reportWith({}), app: reportWith({}), dashboards }, { given: {}, environment: {} }),
    ).toEqual({});
  });

  test.each<[string, string, string, string | undefined]>([
    ['the commit of the live release', commit('b'), commit('a'), commit('b')],
    ['its version', '1.2.2', '1.2.3', '1.2.2'],
    ['what was given, when only a commit was written down', commit('b'), '1.2.3', undefined],
    ['what was given, when nothing was written down', '', commit('a'), undefined],
    ['nothing, when nothing was given', commit('b'), ' ', undefined],
  ])('expects of a release that stays %s', (_what, revision, release, wanted) => {
    const inputs = expected({ 'started-at': earlier, outcome: 'unchanged', revision }, { release });
    expect(inputs['release']).toBe(wanted);
  });
});
