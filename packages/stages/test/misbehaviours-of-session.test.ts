import { beforeAll, describe, test } from '@jest/globals';
import { expectRow } from './misbehaviours/expect-row.js';
import type { Row } from './misbehaviours/row.js';
import { sessionLane } from './misbehaviours/rows-of-session.js';
import { runLanes, type Seen } from './misbehaviours/run-lanes.js';
import { titled } from './misbehaviours/titled.js';

/** Ways of Fly to fail every command. */
describe('deploy-app tells', () => {
  let seen: ReadonlyMap<Row, Seen>;
  beforeAll(async () => {
    seen = await runLanes([sessionLane]);
  }, 240_000);

  test.each(titled([sessionLane]))('%s', (_title, row) => expectRow(row, seen));
});
