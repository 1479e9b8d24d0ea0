import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceUrls } from './traffic/client.js';
import { Tally, type TrafficReport } from './traffic/tally.js';
import { Visitor } from './traffic/visitor.js';

export type { ServiceUrls, TrafficReport };

export interface TrafficOptions {
  /** Where each service answers, for example `{ fechatter_server: 'http://127.0.0.1:9090', … }`. */
  readonly urls: ServiceUrls;
  /** Stop after so long. */
  readonly seconds?: number;
  /** Stop after so many requests. With neither limit it goes on until the signal. */
  readonly requests?: number;
  /** How many people are there at once, at least two: nobody chats alone. */
  readonly users?: number;
  /** How long each of them thinks between two requests. */
  readonly pauseMs?: number;
  readonly passcode?: string;
  readonly signal?: AbortSignal;
  /** Called about once a second. */
  onProgress?(report: TrafficReport): void;
}

const DEFAULT_USERS = 5;
const DEFAULT_PAUSE_MS = 50;
const LOOK_MS = 100;
const PROGRESS_MS = 1_000;
const NAMES = ['ada', 'grace', 'edsger', 'barbara', 'donald', 'frances', 'alan', 'margaret', 'ken', 'radia'];

/** Sends real users: they sign in, chat, listen live, mention the bot, make mistakes and leave. */
export async function runTraffic(options: TrafficOptions): Promise<TrafficReport> {
  const tally = new Tally();
  const stop = new AbortController();
  const visitors = createVisitors(options, tally, stop.signal);
  const visits = Promise.all(visitors.map((visitor) => visitor.run()));
  await waitUntilEnough(options, tally).finally(() => stop.abort());
  await visits;
  return tally.report();
}

function createVisitors(options: TrafficOptions, tally: Tally, signal: AbortSignal): readonly Visitor[] {
  const { users = DEFAULT_USERS, pauseMs = DEFAULT_PAUSE_MS, urls, passcode } = options;
  if (users < 2) throw new RangeError('Traffic needs at least two users: nobody chats alone');
  const names = Array.from({ length: users }, (_, index) => nameOf(index));
  return names.map((name, index) => {
    const friends = [...names.slice(index + 1), ...names.slice(0, index)].slice(0, NAMES.length);
    return new Visitor({ name, friends, urls, passcode, pauseMs, tally, signal });
  });
}

async function waitUntilEnough(options: TrafficOptions, tally: Tally): Promise<void> {
  const startedMs = Date.now();
  const { seconds = Number.POSITIVE_INFINITY, requests = Number.POSITIVE_INFINITY, signal } = options;
  let nextProgressMs = startedMs + PROGRESS_MS;
  while (!signal?.aborted && tally.requests < requests && Date.now() - startedMs < seconds * 1000) {
    await delay(LOOK_MS);
    if (Date.now() < nextProgressMs) continue;
    nextProgressMs += PROGRESS_MS;
    options.onProgress?.(tally.report());
  }
}

function nameOf(index: number): string {
  const name = NAMES[index % NAMES.length] ?? 'guest';
  return index < NAMES.length ? name : `${name}-${Math.floor(index / NAMES.length) + 1}`;
}
