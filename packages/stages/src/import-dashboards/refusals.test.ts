import type { Misbehaviour } from '@fly-monitoring/testing/grafana';
import { describe, expect, test } from '@jest/globals';
import { listOf, run, start } from '../../test/import-dashboards-run.js';

const saving = { method: 'POST', path: '/api/dashboards/db' } as const;
const answers = (status: number, message: string, reason?: string): Misbehaviour => ({
  kind: 'error',
  status,
  body: { message, ...(reason === undefined ? {} : { status: reason }) },
  ...saving,
});

/** What Grafana and what stands before it say to a save, with what a person can do about it. */
const refusals: readonly (readonly [string, Misbehaviour, RegExp])[] = [
  ['a quota', answers(403, 'Quota reached'), /have the quota of the organisation raised/],
  ['no access', answers(403, 'Access denied to save dashboard'), /the permission Edit on the folder/],
  [
    'a permission',
    answers(403, 'Permissions needed: dashboards:write'),
    /the permission dashboards:write \(part of the role/,
  ],
  ['provisioning', answers(400, 'Cannot save provisioned dashboard'), /belongs to Git Sync or to file provisioning/],
  ['Git Sync', answers(500, 'commit changes: empty commit message'), /belongs to Git Sync or to file provisioning/],
  [
    'a folder of Git Sync',
    answers(400, 'folder is managed by a repository, but the dashboard is not managed'),
    /Git Sync owns this folder: set input "folder"/,
  ],
  ['a low refresh', answers(400, 'Dashboard refresh interval is too low'), /raise "refresh" in the dashboard/],
  ['a folder that is gone', answers(400, 'folder not found'), /The folder was deleted meanwhile/],
  ['a title that is taken', answers(412, 'same name', 'name-exists'), /has the same title: rename one of the two/],
  ['a plugin', answers(412, 'owned by plugin', 'plugin-dashboard'), /A plugin brings a dashboard of that uid/],
  ['a busy database', answers(500, 'database is locked'), /was busy with other writes: run again/],
  ['another error', answers(500, 'Failed to save dashboard'), /look at the log of Grafana/],
  ['a GitOps observer', { kind: 'gitops-pending' }, /it was not saved: .*bring the dashboard into its repository/],
  [
    'words of a newer Grafana',
    answers(422, 'spec.x is required'),
    /422: spec\.x is required\. Next: .*correct what it names/,
  ],
  ['a limit of a proxy', { kind: 'gateway-page', status: 413, ...saving }, /client_max_body_size in nginx/],
  ['a firewall', { kind: 'gateway-page', status: 403, ...saving }, /a firewall, an access proxy\) refused the request/],
  ['a proxy', { kind: 'gateway-page', status: 504, ...saving }, /the Grafana behind it did not/],
];

describe('a save that is refused because of', () => {
  test.each(refusals)('%s says what to do, and is no reason to stop', async (_, fault, words) => {
    const grafana = await start();
    grafana.misbehave(fault);
    const report = await run({ grafana });
    expect(report.conclusion).toBe('failure');
    expect(listOf(report, 'failed')).toEqual(['fechatter-overview', 'small']);
    expect(report.annotations[1]?.message).toMatch(words);
    expect(report.annotations[1]?.message).toMatch(
      /^Dashboard "Small \| one" \(small\) was not saved: .*\. Next: [A-Z].*\.$/,
    );
  });
});

describe('a folder that cannot be made', () => {
  test.each([
    ['for its depth', 400, 'Maximum nested folder depth reached', /shorten the path in input "folder"/],
    ['for a permission', 403, 'Permissions needed: folders:create', /the permission folders:create/],
    ['for a busy database', 500, 'database is locked', /run again when they are done/],
  ])('%s says what to do', async (_, status, message, hint) => {
    const grafana = await start();
    grafana.misbehave({ kind: 'error', status, body: { message }, method: 'POST', path: '/api/folders' });
    await expect(run({ grafana })).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`^Making the folder "Fechatter" failed: .*${message}`)),
      hint: expect.stringMatching(hint),
    });
  });
});
