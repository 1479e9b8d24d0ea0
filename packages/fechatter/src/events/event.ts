import { z } from 'zod';

/** What may be called a user: it goes into tokens, events and database rows as it is. */
export const userIdSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{1,31}$/, 'must be 2 to 32 of a-z, 0-9, "-", "_"');
export const chatIdSchema = z.uuid();
export const messageBodySchema = z.string().trim().min(1).max(4000);

/** The bot speaks under this name; nobody can sign in with it. */
export const BOT_USER_ID = 'bot';

export const chatSchema = z.object({
  id: chatIdSchema,
  name: z.string().trim().min(1).max(100),
  /** Sorted, without doubles; two make a direct chat, more a group. */
  members: z.array(userIdSchema).min(2).max(50),
  createdAtMs: z.int().nonnegative(),
});
export type Chat = z.infer<typeof chatSchema>;

export const messageSchema = z.object({
  id: z.uuid(),
  chatId: chatIdSchema,
  senderId: userIdSchema,
  body: messageBodySchema,
  sentAtMs: z.int().nonnegative(),
});
export type Message = z.infer<typeof messageSchema>;

const common = { id: z.uuid(), occurredAtMs: z.int().nonnegative(), userId: userIdSchema };

const eventSchema = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('user_signed_in') }),
  z.object({ ...common, type: z.literal('user_signed_out') }),
  z.object({ ...common, type: z.literal('chat_created'), chat: chatSchema }),
  z.object({ ...common, type: z.literal('message_sent'), message: messageSchema, recipients: z.array(userIdSchema) }),
  z.object({ ...common, type: z.literal('bot_answered'), message: messageSchema, inReplyTo: z.uuid() }),
]);

/** Something that happened. `userId` is who did it. */
export type ChatEvent = z.infer<typeof eventSchema>;
export type EventType = ChatEvent['type'];
export type EventOf<Type extends EventType> = Extract<ChatEvent, { type: Type }>;

export const eventTypes = [
  'user_signed_in',
  'user_signed_out',
  'chat_created',
  'message_sent',
  'bot_answered',
] as const satisfies readonly EventType[];

export type ParsedEvent =
  | { readonly kind: 'event'; readonly event: ChatEvent }
  | { readonly kind: 'invalid'; readonly reason: string };

/** Parses what came over the wire; `type` is what the subject promised. */
export function parseEvent(type: EventType, text: string): ParsedEvent {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { kind: 'invalid', reason: 'not JSON' };
  }
  const parsed = eventSchema.safeParse(raw);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return { kind: 'invalid', reason: `${first?.path.join('.') ?? ''}: ${first?.message ?? 'wrong shape'}` };
  }
  if (parsed.data.type !== type) return { kind: 'invalid', reason: `a ${parsed.data.type} on the subject of ${type}` };
  return { kind: 'event', event: parsed.data };
}
