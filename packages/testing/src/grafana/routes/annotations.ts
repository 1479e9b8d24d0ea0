import { json, type Reply, type Request, refusal } from '../http.js';
import { listIn, numberIn, parseRecord, textIn } from '../json.js';
import type { StoredAnnotation } from '../store.js';
import type { Grafana, Route } from './route.js';

export const annotationRoutes: readonly Route[] = [
  { on: 'GET /api/annotations', may: 'annotations:read', run: list },
  { on: 'POST /api/annotations', may: 'annotations:create', run: create },
  { on: 'PATCH /api/annotations/:id', may: 'annotations:write', run: patch },
  { on: 'DELETE /api/annotations/:id', may: 'annotations:delete', run: remove },
];

function list({ store }: Grafana, { query }: Request): Reply {
  const tags = query.getAll('tags');
  return json(
    200,
    store.annotations.filter((one) => tags.every((tag) => one.tags.includes(tag))),
  );
}

function create({ store }: Grafana, { body }: Request): Reply {
  const wanted = parseRecord(body);
  const text = textIn(wanted, 'text') ?? '';
  if (wanted === undefined) {
    return refusal(400, 'bad request data');
  }
  if (text === '') {
    return json(400, {
      error: 'Failed to save annotation',
      message: 'Failed to save annotation. text field should not be empty',
    });
  }
  const time = numberIn(wanted, 'time') ?? Date.now();
  const dashboardUID = textIn(wanted, 'dashboardUID');
  const annotation: StoredAnnotation = {
    id: store.nextId(),
    time,
    timeEnd: numberIn(wanted, 'timeEnd') ?? time,
    tags: listIn(wanted, 'tags').map(String),
    text,
    ...(dashboardUID === undefined ? {} : { dashboardUID }),
  };
  store.annotations.push(annotation);
  return json(200, { message: 'Annotation added', id: annotation.id });
}

function patch({ store }: Grafana, { params, body }: Request): Reply {
  const index = store.annotations.findIndex((one) => String(one.id) === params['id']);
  const found = store.annotations[index];
  if (found === undefined) {
    return refusal(404, 'Annotation not found');
  }
  const wanted = parseRecord(body);
  const timeEnd = numberIn(wanted, 'timeEnd') ?? found.timeEnd;
  store.annotations[index] = { ...found, timeEnd, text: textIn(wanted, 'text') ?? found.text };
  return json(200, { message: 'Annotation patched' });
}

function remove({ store }: Grafana, { params }: Request): Reply {
  const index = store.annotations.findIndex((one) => String(one.id) === params['id']);
  if (index < 0) {
    return refusal(404, 'Annotation not found');
  }
  store.annotations.splice(index, 1);
  return json(200, { message: 'Annotation deleted' });
}
