import { beforeAll, describe, test } from '@jest/globals';
import { expectRow } from './misbehaviours/expect-row.js';
import type { Row } from './misbehaviours/row.js';
import { lanesBeforeRelease } from './misbehaviours/rows-before-release.js';
import { releaseLanes } from './misbehaviours/rows-of-releases.js';
import { sessionLane } from './misbehaviours/rows-of-session.js';
import { runLanes, type Seen } from './misbehaviours/run-lanes.js';
import { titled } from './misbehaviours/titled.js';

describe('deploy-app tells', () => {
  let seen: ReadonlyMap<Row, Seen>;
  beforeAll(async () => {
    // What fails every command would fail those of other lanes too, so that it has a Fly of its own.
    const flies = await Promise.all([runLanes([...lanesBeforeRelease, ...releaseLanes]), runLanes([sessionLane])]);
    seen = new Map(flies.flatMap((fly) => [...fly]));
  }, 240_000);

  describe('what goes wrong before there is a release, or before a machine is touched:', () => {
    test.each(titled(lanesBeforeRelease))('%s', (_title, row) => expectRow(row, seen));
  });

  describe('what goes wrong with a release and its machines:', () => {
    test.each(titled(releaseLanes))('%s', (_title, row) => expectRow(row, seen));
  });

  describe('ways of Fly to fail every command:', () => {
    test.each(titled([sessionLane]))('%s', (_title, row) => expectRow(row, seen));
  });
});
