import { beforeAll, describe, test } from '@jest/globals';
import { expectRow } from './misbehaviours/expect-row.js';
import type { Row } from './misbehaviours/row.js';
import { stuckLane } from './misbehaviours/rows-of-releases.js';
import { sessionLane } from './misbehaviours/rows-of-session.js';
import { runLanes, type Seen } from './misbehaviours/run-lanes.js';
import { titled } from './misbehaviours/titled.js';

/** Ways of Fly to fail every command, and a flyctl that hangs. */
describe('deploy-app tells', () => {
  let seen: ReadonlyMap<Row, Seen>;
  beforeAll(async () => {
    const [everyone, stuck] = await Promise.all([runLanes([sessionLane]), runLanes([stuckLane])]);
    seen = new Map([...everyone, ...stuck]);
  }, 240_000);

  test.each(titled([sessionLane, stuckLane]))('%s', (_title, row) => expectRow(row, seen));
});
