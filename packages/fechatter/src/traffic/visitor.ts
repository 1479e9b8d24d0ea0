import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type Call, Client, type ServiceUrls } from './client.js';
import { followStream, LiveSocket } from './live-clients.js';
import type { Tally } from './tally.js';

export interface VisitorOptions {
  readonly name: string;
  readonly friends: readonly string[];
  readonly urls: ServiceUrls;
  readonly passcode: string | undefined;
  /** How long the visitor thinks between two requests. */
  readonly pauseMs: number;
  readonly tally: Tally;
  readonly signal: AbortSignal;
}

const signedInSchema = z.object({ token: z.string() });
const chatSchema = z.object({ id: z.string() });

const QUESTIONS = ['@bot recall the release', '@bot count these four little words', '@bot help', '@bot fail'];
const REMARKS = [
  'the release went out',
  'who looks at the graphs?',
  'lunch at noon',
  'the deploy is green',
  'see you tomorrow',
];
/** After so many rounds the visitor signs out and comes back. */
const ROUNDS_PER_VISIT = 8;
const SIGN_IN_RETRY_MS = 500;

/** One user from sign-in to sign-out, over and over, until the signal says that it is enough. */
export class Visitor {
  readonly #options: VisitorOptions;
  readonly #client: Client;
  #round = 0;

  constructor(options: VisitorOptions) {
    this.#options = options;
    this.#client = new Client(options.urls, options.tally);
  }

  async run(): Promise<void> {
    while (!this.#options.signal.aborted) {
      if (await this.#signIn()) await this.#visit();
      else await delay(SIGN_IN_RETRY_MS, undefined, { signal: this.#options.signal }).catch(() => undefined);
    }
  }

  async #signIn(): Promise<boolean> {
    const { name, passcode } = this.#options;
    const body = passcode === undefined ? { name } : { name, passcode };
    const answer = await this.#call({
      service: 'fechatter_server',
      method: 'POST',
      path: '/api/sign-in',
      body,
      token: '',
    });
    const signedIn = signedInSchema.safeParse(answer);
    if (signedIn.success) this.#client.token = signedIn.data.token;
    return signedIn.success;
  }

  async #visit(): Promise<void> {
    const { tally, signal } = this.#options;
    const leave = new AbortController();
    const live = { client: this.#client, tally, signal: AbortSignal.any([signal, leave.signal]) };
    const stream = followStream(live);
    const socket = new LiveSocket(live);
    try {
      const chats = await this.#startChats();
      for (let round = 0; round < ROUNDS_PER_VISIT && !signal.aborted; round += 1) {
        for (const chatId of chats) await this.#talk(chatId, socket);
        this.#round += 1;
      }
      await this.#client.call({ service: 'fechatter_server', method: 'POST', path: '/api/sign-out' });
    } finally {
      leave.abort();
      await stream;
    }
  }

  /** A direct chat with one friend and a group with all of them. */
  async #startChats(): Promise<readonly string[]> {
    const { name, friends } = this.#options;
    const wishes = [
      { name: `${name} and ${friends[0]}`, members: friends.slice(0, 1) },
      { name: 'everybody', members: friends },
    ];
    const ids: string[] = [];
    for (const body of wishes) {
      const chat = chatSchema.safeParse(
        await this.#call({ service: 'fechatter_server', method: 'POST', path: '/api/chats', body }),
      );
      if (chat.success) ids.push(chat.data.id);
    }
    return ids;
  }

  /** One round in one chat: read it twice (a miss, a hit), write, ask the bot, and now and then make a mistake. */
  async #talk(chatId: string, socket: LiveSocket): Promise<void> {
    const { tally } = this.#options;
    const path = `/api/chats/${chatId}/messages`;
    const remark = pick(REMARKS, this.#round);
    await this.#call({ service: 'fechatter_server', path: '/api/chats' });
    for (const body of [remark, pick(QUESTIONS, this.#round)]) {
      const sent = await this.#call({ service: 'fechatter_server', method: 'POST', path, body: { body } });
      if (sent !== undefined) tally.count('messagesSent');
    }
    if (socket.send({ chatId, body: `${remark}, live` })) tally.count('messagesSent');
    await this.#call({ service: 'fechatter_server', path });
    await this.#call({ service: 'fechatter_server', path });
    await this.#call({ service: 'bot_server', method: 'POST', path: '/api/search', body: { chatId, query: remark } });
    await this.#call({ service: 'notify_server', path: '/api/online' });
    await this.#call({ service: 'analytics_server', path: '/api/summary' });
    await this.#call(pick(mistakes(chatId), this.#round));
  }

  async #call(call: Call): Promise<unknown> {
    const { signal, pauseMs } = this.#options;
    if (signal.aborted) return undefined;
    const answer = await this.#client.call(call);
    await delay(pauseMs, undefined, { signal }).catch(() => undefined);
    return answer;
  }
}

/** What people and programs get wrong: 404, 401, 400, 404, and a question that makes the agent fail: 502. */
function mistakes(chatId: string): readonly Call[] {
  const messages = `/api/chats/${chatId}/messages`;
  return [
    { service: 'fechatter_server', path: '/api/no-such-thing' },
    { service: 'notify_server', path: '/api/online', token: 'not-a-token' },
    { service: 'fechatter_server', method: 'POST', path: messages, body: { body: '' } },
    { service: 'bot_server', method: 'POST', path: '/api/ask', body: { question: 'fail' } },
    { service: 'fechatter_server', path: `/api/chats/${randomUUID()}/messages` },
    { service: 'analytics_server', path: '/api/summary?sinceMs=yesterday' },
  ];
}

function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('There is nothing to pick from');
  return value;
}
