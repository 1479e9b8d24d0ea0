import type { Failure } from './row.js';

/** Of a question that Fly does not answer. */
export const unavailable = (command: string, app: string): Failure => ({
  code: 'FLY_COMMAND_FAILED',
  says: [new RegExp(`Fly\\.io could not answer "flyctl ${command} -a ${app}"`), /50[04]/],
  hint: /status\.fly\.io/,
  state: 'nothing ran',
  deploys: 0,
});
