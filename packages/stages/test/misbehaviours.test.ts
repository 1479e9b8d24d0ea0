import { TROUBLES } from '@fly-monitoring/testing/fly';
import { expect, test } from '@jest/globals';
import { lanesBeforeRelease } from './misbehaviours/rows-before-release.js';
import { releaseLanes, stuckLane } from './misbehaviours/rows-of-releases.js';
import { sessionLane } from './misbehaviours/rows-of-session.js';
import { lookRows, wayRows } from './misbehaviours/rows-of-ways.js';

test('every way in which the stand-in can fail has a row that says what the product makes of it', () => {
  const deploys = [sessionLane, stuckLane, ...lanesBeforeRelease, ...releaseLanes].flatMap(({ rows }) => rows);
  const kinds = [...deploys, ...wayRows, ...lookRows].map(({ kind }) => kind);
  expect(Object.keys(TROUBLES).filter((kind) => !kinds.some((tried) => tried === kind))).toEqual([]);
});
