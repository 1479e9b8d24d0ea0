import { errorCodes } from '@fly-monitoring/kit';
import { TROUBLES } from '@fly-monitoring/testing/fly';
import { expect, test } from '@jest/globals';
import { lanesBeforeRelease } from './misbehaviours/rows-before-release.js';
import { releaseLanes } from './misbehaviours/rows-of-releases.js';
import { sessionLane } from './misbehaviours/rows-of-session.js';
import { lookRows, wayRows } from './misbehaviours/rows-of-ways.js';

const deploys = [sessionLane, ...lanesBeforeRelease, ...releaseLanes].flatMap(({ rows }) => rows);

test('every way in which the stand-in can fail has a row that says what the product makes of it', () => {
  const kinds = [...deploys, ...wayRows, ...lookRows].map(({ kind }) => kind);
  expect(Object.keys(TROUBLES).filter((kind) => !kinds.some((tried) => tried === kind))).toEqual([]);
});

test('every error code for what Fly refuses or fails to do has a row that leads to it', () => {
  const codes = Object.keys(errorCodes).filter((code) => /^(FLY_|DEPLOY_|RELEASE_)/.test(code));
  const seen = deploys.map(({ expects }) => expects.code);
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !seen.some((one) => one === code))).toEqual([]);
});
