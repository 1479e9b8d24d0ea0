import { Router } from 'express';
import { z } from 'zod';
import { chatIdSchema, chatSchema, messageBodySchema, userIdSchema } from '../events/event.js';
import { userOf } from '../identity/authenticate.js';
import type { Conversations } from './conversations.js';

const newChatSchema = chatSchema.pick({ name: true }).extend({ members: z.array(userIdSchema).min(1).max(49) });
const newMessageSchema = z.object({ body: messageBodySchema });

/** `/api/chats`, for a user who is signed in. */
export function chatRoutes(conversations: Conversations): Router {
  const router = Router();
  router.get('/', async (_, response) => {
    response.json({ chats: await conversations.chatsOf(userOf(response)) });
  });
  router.post('/', async (request, response) => {
    response.status(201).json(await conversations.createChat(userOf(response), newChatSchema.parse(request.body)));
  });
  router.get('/:chatId/messages', async (request, response) => {
    const chatId = chatIdSchema.parse(request.params.chatId);
    response.json({ messages: await conversations.messagesOf(userOf(response), chatId) });
  });
  router.post('/:chatId/messages', async (request, response) => {
    const chatId = chatIdSchema.parse(request.params.chatId);
    const { body } = newMessageSchema.parse(request.body);
    response.status(201).json(await conversations.send(userOf(response), chatId, body));
  });
  return router;
}
