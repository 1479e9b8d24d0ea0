import { randomUUID } from 'node:crypto';
import { BOT_USER_ID, type ChatEvent, type EventOf } from '../events/event.js';
import { type Agent, questionIn } from './agent.js';
import type { ChatMemory, Match } from './chat-memory.js';
import type { EmbeddingModel } from './embedding.js';

export type EmbeddingSource = 'message' | 'query';

export interface AssistantParts {
  readonly agent: Agent;
  readonly model: EmbeddingModel;
  readonly memory: ChatMemory;
  publish(event: ChatEvent): void;
  now(): number;
  /** Starts a clock for one piece of work; the function returned stops it. */
  startTimer(stage: 'embed' | 'answer'): () => void;
  onEmbedded(source: EmbeddingSource): void;
  onAsked(outcome: 'ok' | 'error'): void;
}

const AGENT_TIMEOUT_MS = 30_000;

/** Remembers what is said in chats and answers whoever mentions it. */
export class Assistant {
  readonly #parts: AssistantParts;

  constructor(parts: AssistantParts) {
    this.#parts = parts;
  }

  /** Takes in a message; if it mentions the bot, the answer is published as an event. */
  async hear({ message, recipients }: EventOf<'message_sent'>): Promise<void> {
    if (message.senderId === BOT_USER_ID) return;
    const { memory } = this.#parts;
    const vector = await this.#embed(message.body, 'message');
    const related = memory.closest(message.chatId, vector).map(({ body }) => body);
    memory.remember({ id: message.chatId, members: recipients }, { messageId: message.id, body: message.body, vector });
    const question = questionIn(message.body);
    if (question !== undefined) this.#reply(message, await this.ask(question, related));
  }

  async ask(text: string, related: readonly string[]): Promise<string> {
    const { agent, startTimer, onAsked } = this.#parts;
    const stop = startTimer('answer');
    try {
      const answer = await agent.answer({ text, related, signal: AbortSignal.timeout(AGENT_TIMEOUT_MS) });
      onAsked('ok');
      return answer;
    } catch (error) {
      onAsked('error');
      throw error;
    } finally {
      stop();
    }
  }

  async search(chatId: string, query: string): Promise<readonly Match[]> {
    return this.#parts.memory.closest(chatId, await this.#embed(query, 'query'));
  }

  async #embed(text: string, source: EmbeddingSource): Promise<readonly number[]> {
    const stop = this.#parts.startTimer('embed');
    const vector = await this.#parts.model.embed(text);
    stop();
    this.#parts.onEmbedded(source);
    return vector;
  }

  #reply(to: { id: string; chatId: string }, body: string): void {
    const { now, publish } = this.#parts;
    const answer = { id: randomUUID(), chatId: to.chatId, senderId: BOT_USER_ID, body, sentAtMs: now() };
    const stamp = { id: randomUUID(), occurredAtMs: now(), userId: BOT_USER_ID };
    publish({ ...stamp, type: 'bot_answered', message: answer, inReplyTo: to.id });
  }
}
