import { createRequire } from 'node:module';
import type express from 'express';

export type Express = typeof express;

/** An Express version under test and how it writes what the versions write differently. */
export interface ExpressVersion {
  readonly name: string;
  readonly express: Express;
  readonly wildcard: string;
  readonly optional: string;
  /** What is left to do when the routes are registered. */
  readonly finish: (app: express.Express) => void;
  /** How a mount on "/Api" is labelled: where the written path is lost, so is its letter case. */
  readonly spelling: (template: string) => string;
}

const load = createRequire(import.meta.url);

const EXPRESS_5 = {
  wildcard: '/files/*path',
  optional: '/opt{/:o}',
  finish: () => {},
  spelling: (template: string) => template,
};

export const EXPRESS_VERSIONS: readonly ExpressVersion[] = [
  { ...EXPRESS_5, name: 'Express 4.22', express: load('express-4'), wildcard: '/files/*', optional: '/opt/:o?' },
  {
    ...EXPRESS_5,
    // Its router may be one that keeps written paths (2.3): what the older ones do is what has to be shown.
    name: 'Express 5.1',
    express: load('express-5.1'),
    finish: (app) => forgetWrittenPaths(Reflect.get(app, 'router')),
    spelling: (template) => template.replace(/^\/(Api|Sub)/, (mount) => mount.toLowerCase()),
  },
  { ...EXPRESS_5, name: 'Express 5.3', express: load('express') },
];

function forgetWrittenPaths(router: unknown): void {
  const stack: unknown = Object(router).stack;
  if (!Array.isArray(stack)) return;
  for (const layer of stack) {
    delete layer.rawPath;
    forgetWrittenPaths(layer.handle);
  }
}
