import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { notSupported } from '../errors.js';
import { asText, isRecord } from './values.js';

/** What success() and its siblings answer here. */
export type Status = { readonly success: boolean; readonly failure: boolean; readonly cancelled: boolean };

/** What an expression can see. */
export type Scope = { readonly contexts: Readonly<Record<string, unknown>>; readonly status: Status };

const CONTEXTS = [
  ...['github', 'env', 'vars', 'job', 'jobs', 'steps', 'runner', 'secrets'],
  ...['strategy', 'matrix', 'needs', 'inputs'],
];
/** Quoted text inside an expression may hold braces; a quote is doubled to stand for itself. */
const EXPRESSION = /\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g;

export function evaluate(expression: string, scope: Scope): data.ExpressionData {
  const functions = functionsOf(scope.status);
  const ast = new Parser(new Lexer(expression).lex().tokens, CONTEXTS, functions).parse();
  const contexts = CONTEXTS.map((key) => ({ key, value: toData(scope.contexts[key]) }));
  const byName = new Map(functions.map((one) => [one.name.toLowerCase(), one]));
  return new Evaluator(ast, new data.Dictionary(...contexts), byName).evaluate();
}

/** A value that is one expression keeps its type; text around expressions makes text of it. */
export function fill(value: unknown, scope: Scope): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  const whole = /^\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}$/.exec(value.trim());
  if (whole !== null) {
    return fromData(evaluate(asText(whole[1]).trim(), scope));
  }
  return value.replace(EXPRESSION, (_, expression: string) => evaluate(expression.trim(), scope).coerceString());
}

/** The text a step gets to see; a number or boolean is written as GitHub writes it. */
export function fillText(value: unknown, scope: Scope): string {
  if (typeof value !== 'string') {
    return asText(value);
  }
  return value.replace(EXPRESSION, (_, expression: string) => evaluate(expression.trim(), scope).coerceString());
}

/** `if:`. Without a function that asks for the status, success() is understood. */
export function holds(condition: unknown, scope: Scope): boolean {
  const text = asText(condition).trim();
  const expression = text.replace(/^\$\{\{([\s\S]*)\}\}$/, '$1').trim();
  if (expression === '') {
    return scope.status.success;
  }
  const asksStatus = /\b(success|failure|always|cancelled)\s*\(/i.test(expression.replace(/'(?:[^']|'')*'/g, ''));
  return (asksStatus || scope.status.success) && isTruthy(evaluate(expression, scope));
}

function isTruthy(value: data.ExpressionData): boolean {
  return Boolean(value.kind === data.Kind.Array || value.kind === data.Kind.Dictionary || fromData(value));
}

function functionsOf(status: Status) {
  const answers = { success: status.success, failure: status.failure, cancelled: status.cancelled, always: true };
  const asking = Object.entries(answers).map(([name, answer]) => {
    return { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answer) };
  });
  const hashFiles = {
    name: 'hashFiles',
    minArgs: 1,
    maxArgs: 255,
    call: (): data.ExpressionData => {
      throw new Error(notSupported('the function hashFiles'));
    },
  };
  return [...asking, hashFiles];
}

function toData(value: unknown): data.ExpressionData {
  if (typeof value === 'string') {
    return new data.StringData(value);
  }
  if (typeof value === 'number') {
    return new data.NumberData(value);
  }
  if (typeof value === 'boolean') {
    return new data.BooleanData(value);
  }
  if (Array.isArray(value)) {
    return new data.Array(...value.map(toData));
  }
  const pairs = isRecord(value)
    ? Object.entries(value).map(([key, item]) => ({ key, value: toData(item) }))
    : undefined;
  return pairs === undefined ? new data.Null() : new data.Dictionary(...pairs);
}

function fromData(value: data.ExpressionData): unknown {
  switch (value.kind) {
    case data.Kind.Array:
      return value.values().map(fromData);
    case data.Kind.Dictionary:
      return Object.fromEntries(value.pairs().map(({ key, value: item }) => [key, fromData(item)]));
    case data.Kind.Boolean:
    case data.Kind.Number:
    case data.Kind.String:
      return value.value;
    default:
      return null;
  }
}
