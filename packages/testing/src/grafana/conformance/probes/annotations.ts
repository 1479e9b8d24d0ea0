import type { Probe, Step } from '../probe.js';

const api = 'pkg/api/annotations.go';
const make: Step = {
  ask: 'POST /api/annotations',
  body: { time: 1_700_000_000_000, timeEnd: 1_700_000_000_000, tags: ['{prefix}', 'deploy'], text: '{prefix} text' },
  expect: { status: [200], body: { fields: { id: 'number', message: 'text' } } },
  keep: { id: 'id' },
};
const around = 'from=1699999999000&to=1700000100000';

export const annotationProbes: readonly Probe[] = [
  {
    id: 'annotations/made',
    relies: 'an annotation of the organisation is made with its tags and found by them',
    source: `${api} PostAnnotation, GetAnnotations`,
    steps: [
      make,
      {
        ask: `GET /api/annotations?${around}&tags={prefix}`,
        expect: {
          status: [200],
          body: {
            list: {
              fields: { text: { is: '{prefix} text' }, time: { is: 1_700_000_000_000 }, tags: { list: 'text' } },
            },
            atLeast: 1,
          },
        },
      },
    ],
  },
  {
    id: 'annotations/without-text',
    relies: 'an annotation without a text is refused with 400',
    source: `${api} PostAnnotation`,
    steps: [
      {
        ...make,
        body: { tags: ['{prefix}'] },
        keep: {},
        expect: { status: [400], body: { fields: { message: 'text' } } },
      },
    ],
  },
  {
    id: 'annotations/region-closed',
    relies: 'a later time is set as the end of the region',
    source: `${api} PatchAnnotation`,
    steps: [
      make,
      { ask: 'PATCH /api/annotations/{id}', body: { timeEnd: 1_700_000_060_000 }, expect: { status: [200] } },
      {
        ask: `GET /api/annotations?${around}&tags={prefix}`,
        expect: { status: [200], body: { some: { fields: { timeEnd: { is: 1_700_000_060_000 } } } } },
      },
    ],
  },
  {
    id: 'annotations/deleted',
    relies: 'an annotation is deleted by its id',
    source: `${api} DeleteAnnotationByID`,
    steps: [
      make,
      { ask: 'DELETE /api/annotations/{id}', expect: { status: [200], body: { fields: { message: 'text' } } } },
      {
        ask: `GET /api/annotations?${around}&tags={prefix}`,
        expect: { status: [200], body: { list: 'any', atMost: 0 } },
      },
    ],
  },
];
