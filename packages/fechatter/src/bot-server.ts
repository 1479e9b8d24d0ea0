import { Registry } from 'prom-client';
import { z } from 'zod';
import { localAgent } from './bot/agent.js';
import { Assistant } from './bot/assistant.js';
import { ChatMemory } from './bot/chat-memory.js';
import { trigramModel } from './bot/embedding.js';
import { botCatalogue } from './catalogue.js';
import { consume } from './events/consume.js';
import { chatIdSchema, messageBodySchema } from './events/event.js';
import { authenticate, userOf } from './identity/authenticate.js';
import { HttpError } from './service/http-error.js';
import { type RunningService, runService, type ServiceContext } from './service/running-service.js';

const searchSchema = z.object({ chatId: chatIdSchema, query: messageBodySchema });
const askSchema = z.object({ question: messageBodySchema });

/** Remembers what is said, finds it again, and answers whoever mentions @bot. */
export async function startBotServer(context: ServiceContext): Promise<RunningService> {
  const { settings, bus, log, now } = context;
  const registry = new Registry();
  const metrics = botCatalogue.register(registry);
  const memory = new ChatMemory();
  const assistant = new Assistant({
    agent: localAgent,
    model: trigramModel,
    memory,
    now,
    publish: (event) => bus.publish(event),
    startTimer: (stage) => metrics.bot_processing_duration_seconds.startTimer({ stage }),
    onEmbedded: (source) => metrics.bot_embeddings_generated_total.inc({ model: trigramModel.name, source }),
    onAsked: (outcome) => metrics.bot_ai_agent_requests_total.inc({ agent: localAgent.name, outcome }),
  });

  // The group shares the work, so that a mention is answered once however many machines there are.
  consume(bus, {
    types: ['message_sent'],
    group: 'bot_server',
    log,
    work: (event) => assistant.hear(event),
    count: (event, outcome) => metrics.bot_nats_events_processed_total.inc({ event, outcome }),
  });

  return runService(context, {
    name: 'bot_server',
    registry,
    addRoutes(app) {
      app.use('/api', authenticate({ secret: settings.secret.value, now }));
      app.post('/api/search', async (request, response) => {
        const { chatId, query } = searchSchema.parse(request.body);
        if (!memory.isMember(chatId, userOf(response))) throw new HttpError(404, 'There is no such chat for you');
        response.json({ matches: await assistant.search(chatId, query) });
      });
      app.post('/api/ask', async (request, response) => {
        const { question } = askSchema.parse(request.body);
        const answer = await assistant.ask(question, []).catch((error: unknown) => {
          log(`the agent failed: ${String(error)}`);
          throw new HttpError(502, 'The agent could not answer');
        });
        response.json({ answer });
      });
    },
  });
}
