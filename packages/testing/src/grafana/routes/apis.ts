import { json } from '../http.js';
import type { GrafanaVersion } from '../options.js';
import type { Route } from './route.js';

const GROUP = 'dashboard.grafana.app';
/** What each release serves, the preferred one first (seen on real containers). */
const SERVED: Readonly<Record<GrafanaVersion, readonly string[]>> = {
  '9': [],
  '10.4.19': [],
  '11.6.6': [],
  '12.4.3': ['v1beta1', 'v0alpha1', 'v2alpha1', 'v2beta1'],
  '13.1.3': ['v1', 'v1beta1', 'v0alpha1', 'v2alpha1', 'v2beta1', 'v2'],
};

export const apisRoutes: readonly Route[] = [
  {
    on: `GET /apis/${GROUP}`,
    may: 'signed-in',
    run: ({ version }) => discoveryOf(SERVED[version]),
  },
];

function discoveryOf(served: readonly string[]): ReturnType<typeof json> {
  const [preferred] = served;
  if (preferred === undefined) {
    return json(404, { message: 'Not found' });
  }
  const versionOf = (version: string) => ({ groupVersion: `${GROUP}/${version}`, version });
  return json(200, {
    kind: 'APIGroup',
    apiVersion: 'v1',
    name: GROUP,
    versions: served.map(versionOf),
    preferredVersion: versionOf(preferred),
  });
}
