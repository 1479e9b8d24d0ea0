export interface Question {
  readonly text: string;
  /** Earlier messages of the chat that look related, the closest first. */
  readonly related: readonly string[];
  readonly signal: AbortSignal;
}

/** Whatever answers questions: here a local one, elsewhere a model behind an API. */
export interface Agent {
  readonly name: string;
  answer(question: Question): Promise<string>;
}

export class AgentError extends Error {
  override readonly name = 'AgentError';
}

const HELP = 'Mention me with a question. I can "count <words>", "recall <words>", and "fail" when you ask me to.';

/** Answers from rules alone, so that the same question always gets the same answer, on any machine, without a network. */
export const localAgent = {
  name: 'local',
  async answer({ text, related, signal }: Question) {
    signal.throwIfAborted();
    const [command, ...words] = text.trim().split(/\s+/);
    switch (command?.toLowerCase()) {
      case undefined:
      case '':
      case 'help':
        return HELP;
      case 'fail':
        // The one way to see what a failing agent does to answers, metrics and alerts.
        throw new AgentError('The agent was asked to fail');
      case 'count':
        return `${words.length} words`;
      default:
        return related[0] ? `The closest I remember: "${related[0]}"` : 'Nobody has said anything about that yet.';
    }
  },
} as const satisfies Agent;

/** The question in a message that mentions the bot, or undefined when it does not. */
export function questionIn(body: string): string | undefined {
  const mention = /(?:^|\s)@bot(?![\w-])[,:]?/i;
  return mention.test(body) ? body.replace(mention, ' ').trim() : undefined;
}
