import { isObject, type JsonObject, listIn, textIn } from '../json.js';
import { allPanels, panelName } from './panels.js';

/** Grafana's own rules: pkg/services/dashboards/errors.go and its short-id validation. */
const uidPattern = /^[A-Za-z0-9_-]+$/;
const uidMaxLength = 40;
const titleMaxLength = 5_000;

/**
 * What would make Grafana refuse the dashboard or show an empty page. Not the official JSON schema: that refuses 33 of
 * 40 public dashboards which Grafana loads without complaint.
 */
export function dashboardProblems(json: JsonObject): readonly string[] {
  return [
    ...titleProblems(json),
    ...uidProblems(json),
    ...listProblems(json),
    ...allPanels(json).flatMap(targetProblems),
  ];
}

function titleProblems(json: JsonObject): readonly string[] {
  const title = textIn(json, 'title')?.trim() ?? '';
  if (title === '') return ['title is missing; it must be a text that is not empty'];
  if (title.length <= titleMaxLength) return [];
  return [`title has ${title.length} characters; Grafana takes ${titleMaxLength} at most`];
}

function uidProblems(json: JsonObject): readonly string[] {
  const uid = json['uid'];
  if (uid === undefined || uid === null || uid === '') return [];
  if (typeof uid !== 'string') return ['uid must be a text'];
  const problems: string[] = [];
  if (!uidPattern.test(uid)) problems.push(`uid "${uid}" may hold only letters, digits, hyphens and underscores`);
  if (uid.length > uidMaxLength)
    problems.push(`uid has ${uid.length} characters; Grafana takes ${uidMaxLength} at most`);
  return problems;
}

function listProblems(json: JsonObject): readonly string[] {
  return ['panels', 'rows'].flatMap((name) => {
    const field = json[name];
    if (field === undefined) return [];
    if (!Array.isArray(field)) return [`${name} must be a list`];
    return field.flatMap((item, index) => (isObject(item) ? [] : [`${name}[${index}] must be an object`]));
  });
}

function targetProblems(panel: JsonObject): readonly string[] {
  const where = panelName(panel);
  const targets = panel['targets'];
  if (targets === undefined || targets === null) return [];
  if (!Array.isArray(targets)) return [`targets of ${where} must be a list`];
  return listIn(panel, 'targets').flatMap((target, index) => {
    if (!isObject(target)) return [`targets[${index}] of ${where} must be an object`];
    const expr = target['expr'];
    return expr === undefined || expr === null || typeof expr === 'string'
      ? []
      : [`targets[${index}].expr of ${where} must be a text`];
  });
}
