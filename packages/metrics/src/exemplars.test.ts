import { expect, test } from '@jest/globals';
import { askProbe, withPeers } from '../test/peers.js';

/** By route: the trace of its exemplar. The routes that are not here (/unsampled, /untraced) have none. */
const TRACES = {
  now: 'now',
  later: 'later',
  // The span of the service itself comes before what its caller said.
  both: 'both',
  header: 'from the header',
  // A span that begins behind the middleware.
  inner: 'inner',
  // Two on one connection: the second response leaves in the context of the first.
  ahead: 'ahead',
  behind: 'behind',
  // The client left: the end comes from the connection, in no context at all.
  left: 'left',
  // A response that the handler of another request ends.
  held: 'held',
  release: 'release',
  // A context manager that throws costs an exemplar and no request.
  answerWithoutContext: 'ok',
};

withPeers('exemplars of a server traced with OpenTelemetry', () => {
  test.each([
    ['Express 5', 'express', 'use'],
    ['Express 5', 'express', 'instrument'],
    ['Express 4', 'express-4', 'use'],
    ['Express 4', 'express-4', 'instrument'],
  ])('are those of the request itself, whoever ends it, on %s (%s, %s)', (_, express, way) => {
    expect(askProbe('exemplar-probe.mjs', [express, way])).toEqual(TRACES);
  });
});
