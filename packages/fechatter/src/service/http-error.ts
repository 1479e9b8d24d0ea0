import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ZodError } from 'zod';
import type { Log } from './log.js';

/** A refusal the caller is told about. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const refuseUnknownPath: RequestHandler = (request, response) => {
  response.status(404).json({ error: `There is no ${request.method} ${request.path}` });
};

/** The last middleware: what was thrown becomes an answer; only an unexpected error is logged, and none leaks out. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, body } = describe(error);
    if (status === 500) log(`${request.method} ${request.path} failed: ${String(error)}`);
    response.status(status).json(body);
  };
}

function describe(error: unknown): { status: number; body: object } {
  if (error instanceof HttpError) return { status: error.status, body: { error: error.message } };
  if (error instanceof ZodError) {
    const issues = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return { status: 400, body: { error: 'The request is not valid', issues } };
  }
  const status = parserStatus(error);
  return status
    ? { status, body: { error: 'The body could not be read' } }
    : { status: 500, body: { error: 'Something went wrong here' } };
}

/** express.json() throws errors that carry a 4xx status: broken JSON, a body that is too large. */
function parserStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
