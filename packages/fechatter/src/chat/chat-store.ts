import { type Client, createClient, type InStatement, type Row } from '@libsql/client';
import { type Chat, chatSchema, type Message, messageSchema } from '../events/event.js';

/** The store is bounded: beyond these the oldest messages and chats are forgotten. */
const MESSAGE_LIMIT = 50_000;
const CHAT_LIMIT = 5_000;

const TABLES = [
  `CREATE TABLE IF NOT EXISTS chats (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, name TEXT NOT NULL,
     members TEXT NOT NULL, created_at_ms INTEGER NOT NULL)`,
  'CREATE TABLE IF NOT EXISTS members (chat_id TEXT NOT NULL, user_id TEXT NOT NULL, PRIMARY KEY (user_id, chat_id))',
  `CREATE TABLE IF NOT EXISTS messages (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, chat_id TEXT NOT NULL,
     sender_id TEXT NOT NULL, body TEXT NOT NULL, sent_at_ms INTEGER NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS messages_by_chat ON messages (chat_id, sent_at_ms)',
];

/** Chats and messages in SQLite: `:memory:`, or a file that survives a restart. Adding what is there is no error. */
export class ChatStore {
  readonly #database: Client;

  private constructor(database: Client) {
    this.#database = database;
  }

  static async open(database: string): Promise<ChatStore> {
    const client = createClient({ url: database === ':memory:' ? database : `file:${database}` });
    await client.batch(TABLES, 'write');
    return new ChatStore(client);
  }

  close(): void {
    this.#database.close();
  }

  /** Whether the chat was new here. */
  async addChat(chat: Chat): Promise<boolean> {
    const [added] = await this.#database.batch(
      [
        {
          sql: 'INSERT OR IGNORE INTO chats (id, name, members, created_at_ms) VALUES (?, ?, ?, ?)',
          args: [chat.id, chat.name, JSON.stringify(chat.members), chat.createdAtMs],
        },
        ...chat.members.map(
          (member): InStatement => ({ sql: 'INSERT OR IGNORE INTO members VALUES (?, ?)', args: [chat.id, member] }),
        ),
        `DELETE FROM members WHERE chat_id IN
           (SELECT id FROM chats WHERE seq <= (SELECT max(seq) FROM chats) - ${CHAT_LIMIT})`,
        `DELETE FROM chats WHERE seq <= (SELECT max(seq) FROM chats) - ${CHAT_LIMIT}`,
      ],
      'write',
    );
    return added?.rowsAffected === 1;
  }

  /** Whether the message was new here. */
  async addMessage(message: Message): Promise<boolean> {
    const [added] = await this.#database.batch(
      [
        {
          sql: 'INSERT OR IGNORE INTO messages (id, chat_id, sender_id, body, sent_at_ms) VALUES (?, ?, ?, ?, ?)',
          args: [message.id, message.chatId, message.senderId, message.body, message.sentAtMs],
        },
        `DELETE FROM messages WHERE seq <= (SELECT max(seq) FROM messages) - ${MESSAGE_LIMIT}`,
      ],
      'write',
    );
    return added?.rowsAffected === 1;
  }

  async findChat(chatId: string): Promise<Chat | undefined> {
    const { rows } = await this.#database.execute({ sql: 'SELECT * FROM chats WHERE id = ?', args: [chatId] });
    return rows.map(chatFrom)[0];
  }

  /** The chats of a user, newest first. */
  async chatsOf(userId: string): Promise<readonly Chat[]> {
    const { rows } = await this.#database.execute({
      sql: `SELECT chats.* FROM chats JOIN members ON members.chat_id = chats.id
            WHERE members.user_id = ? ORDER BY chats.seq DESC LIMIT 100`,
      args: [userId],
    });
    return rows.map(chatFrom);
  }

  /** The last hundred messages of a chat, oldest first. */
  async messagesOf(chatId: string): Promise<readonly Message[]> {
    const { rows } = await this.#database.execute({
      sql: 'SELECT * FROM messages WHERE chat_id = ? ORDER BY sent_at_ms DESC, seq DESC LIMIT 100',
      args: [chatId],
    });
    return rows.map(messageFrom).reverse();
  }
}

function chatFrom(row: Row): Chat {
  return chatSchema.parse({
    id: row['id'],
    name: row['name'],
    members: JSON.parse(String(row['members'])),
    createdAtMs: Number(row['created_at_ms']),
  });
}

function messageFrom(row: Row): Message {
  return messageSchema.parse({
    id: row['id'],
    chatId: row['chat_id'],
    senderId: row['sender_id'],
    body: row['body'],
    sentAtMs: Number(row['sent_at_ms']),
  });
}
