import { randomUUID } from 'node:crypto';
import { BOT_USER_ID, type Chat, type ChatEvent, type EventOf, type Message } from '../events/event.js';
import { HttpError } from '../service/http-error.js';
import type { ChatStore } from './chat-store.js';
import type { ReadCache } from './read-cache.js';

export interface ConversationParts {
  readonly store: ChatStore;
  readonly chats: ReadCache<readonly Chat[]>;
  readonly messages: ReadCache<readonly Message[]>;
  publish(event: ChatEvent): void;
  /** Tells the people connected to this machine. */
  announce(event: ChatEvent, recipients: readonly string[]): void;
  onMessageSent(message: Message, chat: Chat): void;
  now(): number;
}

/**
 * What people can do with chats. Machines of this service hold copies: each change is published, and what another
 * machine published is taken over by `takeOver`. Adding is idempotent, so a machine's own echo changes nothing.
 */
export class Conversations {
  readonly #parts: ConversationParts;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
  }

  async createChat(userId: string, wish: { name: string; members: readonly string[] }): Promise<Chat> {
    const members = [...new Set([userId, ...wish.members])].sort();
    if (members.length < 2) throw new HttpError(400, 'A chat needs at least one other member');
    const chat: Chat = { id: randomUUID(), name: wish.name, members, createdAtMs: this.#parts.now() };
    const event: ChatEvent = { ...this.#stamp(userId), type: 'chat_created', chat };
    await this.#addChat(event);
    this.#parts.publish(event);
    return chat;
  }

  async send(userId: string, chatId: string, body: string): Promise<Message> {
    return this.#post(await this.#chatFor(userId, chatId), this.#newMessage(userId, chatId, body));
  }

  chatsOf(userId: string): Promise<readonly Chat[]> {
    return this.#parts.chats.get(userId, () => this.#parts.store.chatsOf(userId));
  }

  async messagesOf(userId: string, chatId: string): Promise<readonly Message[]> {
    await this.#chatFor(userId, chatId);
    return this.#parts.messages.get(chatId, () => this.#parts.store.messagesOf(chatId));
  }

  /** Takes over what another machine, or the bot, did. */
  async takeOver(event: ChatEvent): Promise<void> {
    switch (event.type) {
      case 'chat_created':
        await this.#addChat(event);
        return;
      case 'message_sent':
        await this.#addMessage(event);
        return;
      case 'bot_answered':
        await this.#postAnswer(event.message);
        return;
      case 'user_signed_in':
      case 'user_signed_out':
    }
  }

  async #postAnswer(answer: Message): Promise<void> {
    const chat = await this.#parts.store.findChat(answer.chatId);
    if (!chat) throw new Error(`The bot answered in the chat ${answer.chatId}, which is not known here`);
    await this.#post(chat, { ...answer, senderId: BOT_USER_ID });
  }

  async #post(chat: Chat, message: Message): Promise<Message> {
    const stamp = this.#stamp(message.senderId);
    const event: ChatEvent = { ...stamp, type: 'message_sent', message, recipients: chat.members };
    await this.#addMessage(event);
    this.#parts.onMessageSent(message, chat);
    this.#parts.publish(event);
    return message;
  }

  async #addChat(event: EventOf<'chat_created'>): Promise<void> {
    if (!(await this.#parts.store.addChat(event.chat))) return;
    for (const member of event.chat.members) this.#parts.chats.invalidate(member);
    this.#parts.announce(event, event.chat.members);
  }

  async #addMessage(event: EventOf<'message_sent'>): Promise<void> {
    if (!(await this.#parts.store.addMessage(event.message))) return;
    this.#parts.messages.invalidate(event.message.chatId);
    this.#parts.announce(event, event.recipients);
  }

  /** A chat that is not yours looks like one that does not exist. */
  async #chatFor(userId: string, chatId: string): Promise<Chat> {
    const chat = await this.#parts.store.findChat(chatId);
    if (!chat?.members.includes(userId)) throw new HttpError(404, 'There is no such chat for you');
    return chat;
  }

  #newMessage(senderId: string, chatId: string, body: string): Message {
    return { id: randomUUID(), chatId, senderId, body, sentAtMs: this.#parts.now() };
  }

  #stamp(userId: string): { id: string; occurredAtMs: number; userId: string } {
    return { id: randomUUID(), occurredAtMs: this.#parts.now(), userId };
  }
}
