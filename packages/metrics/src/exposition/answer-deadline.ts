/** A question that was put to a metric. */
export interface Asked<Answer> {
  readonly name: string;
  readonly answer: Promise<Answer>;
}

/**
 * All the answers, or the first failure, or an error with the names of those that did not answer in time. Whatever
 * they answer afterwards is for nobody, and a failure then is no unhandled rejection.
 */
export async function answersWithin<Answer>(timeoutMs: number, asked: readonly Asked<Answer>[]): Promise<Answer[]> {
  if (asked.length === 0) return [];
  const silent = new Set(asked);
  const answers = asked.map(async (one) => {
    const answer = await one.answer;
    silent.delete(one);
    return answer;
  });
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(describeSilence([...silent], timeoutMs))), timeoutMs);
    timer.unref();
  });
  try {
    return await Promise.race([Promise.all(answers), deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function describeSilence(silent: readonly Asked<unknown>[], timeoutMs: number): string {
  const names = silent.map(({ name }) => `"${name}"`).join(', ');
  return `${names} did not answer within ${timeoutMs / 1000} s (collectTimeoutMs).`;
}
