import { similarity } from './embedding.js';

export interface Remembered {
  readonly messageId: string;
  readonly body: string;
  readonly vector: readonly number[];
}

export interface Match {
  readonly messageId: string;
  readonly body: string;
  readonly score: number;
}

const MESSAGES_PER_CHAT = 200;
const CHATS = 1_000;
/** Below it two texts share next to nothing. */
const LEAST_SCORE = 0.2;

/** The last messages of each chat with their embeddings, bounded in both directions, and who may search them. */
export class ChatMemory {
  readonly #chats = new Map<string, { members: readonly string[]; messages: readonly Remembered[] }>();

  remember(chat: { id: string; members: readonly string[] }, message: Remembered): void {
    const earlier = this.#chats.get(chat.id)?.messages ?? [];
    this.#chats.delete(chat.id);
    this.#chats.set(chat.id, { members: chat.members, messages: [...earlier, message].slice(-MESSAGES_PER_CHAT) });
    const [oldest] = this.#chats.keys();
    if (this.#chats.size > CHATS && oldest) this.#chats.delete(oldest);
  }

  isMember(chatId: string, userId: string): boolean {
    return this.#chats.get(chatId)?.members.includes(userId) ?? false;
  }

  /** The messages closest to a vector, the closest first. */
  closest(chatId: string, vector: readonly number[]): readonly Match[] {
    const messages = this.#chats.get(chatId)?.messages ?? [];
    return messages
      .map(({ messageId, body, vector: other }) => ({ messageId, body, score: similarity(vector, other) }))
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((left, right) => right.score - left.score)
      .slice(0, 5);
  }
}
