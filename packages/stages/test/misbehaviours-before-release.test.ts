import { beforeAll, describe, test } from '@jest/globals';
import { expectRow } from './misbehaviours/expect-row.js';
import type { Row } from './misbehaviours/row.js';
import { lanesBeforeRelease } from './misbehaviours/rows-before-release.js';
import { runLanes, type Seen } from './misbehaviours/run-lanes.js';
import { titled } from './misbehaviours/titled.js';

/** What goes wrong before there is a release, or before a machine is touched. */
describe('deploy-app tells', () => {
  let seen: ReadonlyMap<Row, Seen>;
  beforeAll(async () => {
    seen = await runLanes(lanesBeforeRelease);
  }, 240_000);

  test.each(titled(lanesBeforeRelease))('%s', (_title, row) => expectRow(row, seen));
});
