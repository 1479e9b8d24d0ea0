import { isObject, type JsonObject, objectIn, textIn } from '../json.js';

export type Unwrapped =
  | { readonly kind: 'classic'; readonly json: JsonObject }
  | { readonly kind: 'refused'; readonly problem: string };

const refused = (problem: string): Unwrapped => ({ kind: 'refused', problem });

const notYet =
  'it is a V2 resource (elements and layout), which is not supported yet; export it from Grafana as "Classic" or "V1 Resource"';

/**
 * The classic dashboard in any of the shapes that Grafana hands out: classic JSON, a V1 resource (12.2 to 13.0 export
 * it by default), or the `{dashboard, meta}` of its HTTP API.
 */
export function unwrapDashboard(value: JsonObject): Unwrapped {
  if (textIn(value, 'apiVersion') !== undefined || textIn(value, 'kind') !== undefined) return unwrapResource(value);
  if (isObject(value['elements'])) return refused(notYet);
  const inner = objectIn(value, 'dashboard');
  return { kind: 'classic', json: inner ?? value };
}

function unwrapResource(resource: JsonObject): Unwrapped {
  const apiVersion = textIn(resource, 'apiVersion') ?? '';
  const kind = textIn(resource, 'kind');
  const spec = objectIn(resource, 'spec');
  if (!apiVersion.startsWith('dashboard.grafana.app/') || kind !== 'Dashboard') {
    return refused(
      `it is a resource of ${apiVersion || 'no apiVersion'}, kind ${kind ?? 'none'}, not a Grafana dashboard`,
    );
  }
  if (spec === undefined) return refused('spec is missing; it must hold the dashboard');
  if (/\/v2/.test(apiVersion) || isObject(spec['elements'])) return refused(notYet);
  return named(spec, textIn(objectIn(resource, 'metadata'), 'name'));
}

/** A resource is known by metadata.name; Grafana refuses another uid inside. */
function named(spec: JsonObject, name: string | undefined): Unwrapped {
  const uid = textIn(spec, 'uid') ?? '';
  if (name === undefined || name === '') return { kind: 'classic', json: spec };
  if (uid !== '' && uid !== name)
    return refused(`spec.uid is "${uid}" but metadata.name is "${name}"; they must be equal`);
  return { kind: 'classic', json: { ...spec, uid: name } };
}
