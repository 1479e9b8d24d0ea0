import { beforeAll, describe, test } from '@jest/globals';
import { expectRow } from './misbehaviours/expect-row.js';
import type { Row } from './misbehaviours/row.js';
import { releaseLanes } from './misbehaviours/rows-of-releases.js';
import { runLanes, type Seen } from './misbehaviours/run-lanes.js';
import { titled } from './misbehaviours/titled.js';

/** What goes wrong with a release and its machines. */
describe('deploy-app tells', () => {
  let seen: ReadonlyMap<Row, Seen>;
  beforeAll(async () => {
    seen = await runLanes(releaseLanes);
  }, 240_000);

  test.each(titled(releaseLanes))('%s', (_title, row) => expectRow(row, seen));
});
