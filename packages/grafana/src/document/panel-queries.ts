import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../json.js';
import { allPanels } from './panels.js';
import { datasourceTypeOf, type TemplateVariable, templateVariables } from './template-variables.js';

export interface DatasourceReference {
  /** A uid, a variable such as `${datasource}`, or undefined for the default data source. */
  readonly uid: string | undefined;
  /** The plugin type, as far as the document tells it. */
  readonly type: string | undefined;
}

export interface PanelQuery {
  readonly panelId: number | undefined;
  readonly panelTitle: string;
  readonly refId: string;
  /** As written, with variables and macros. */
  readonly expr: string;
  readonly datasource: DatasourceReference;
  readonly mode: 'instant' | 'range' | 'both';
}

/** Every query that the page sends; hidden ones and panels without queries (texts, rows, library panels) send none. */
export function panelQueries({ json }: { readonly json: JsonObject }): readonly PanelQuery[] {
  const variables = templateVariables(json);
  return allPanels(json).flatMap((panel) =>
    objectsIn(panel, 'targets').flatMap((target, index) => {
      const expr = textIn(target, 'expr')?.trim() ?? '';
      if (expr === '' || target['hide'] === true) return [];
      return [queryOf({ panel, target, index, expr, variables })];
    }),
  );
}

interface Found {
  readonly panel: JsonObject;
  readonly target: JsonObject;
  readonly index: number;
  readonly expr: string;
  readonly variables: readonly TemplateVariable[];
}

function queryOf({ panel, target, index, expr, variables }: Found): PanelQuery {
  return {
    panelId: numberIn(panel, 'id'),
    panelTitle: textIn(panel, 'title') ?? '',
    refId: textIn(target, 'refId') ?? String.fromCharCode(65 + (index % 26)),
    expr,
    datasource: referenceOf(target['datasource'] ?? panel['datasource'], variables),
    mode: modeOf(target),
  };
}

function modeOf(target: JsonObject): PanelQuery['mode'] {
  if (target['instant'] !== true) return 'range';
  return target['range'] === true ? 'both' : 'instant';
}

function referenceOf(value: unknown, variables: readonly TemplateVariable[]): DatasourceReference {
  const uid = typeof value === 'string' ? value : textIn(value, 'uid');
  const type = isObject(value) ? textIn(value, 'type') : undefined;
  return { uid, type: type ?? (uid === undefined ? undefined : datasourceTypeOf(uid, variables)) };
}
