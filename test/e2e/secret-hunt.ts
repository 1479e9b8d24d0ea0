export interface SecretHunt {
  /** The secrets, each in every form that gives it away. */
  readonly words: readonly string[];
  /** Those of the texts that hold one of them. */
  leaks(texts: readonly string[]): readonly string[];
}

export function huntFor(secrets: readonly string[]): SecretHunt {
  // A Fly token is known without its first word too.
  const bare = secrets.flatMap((value) => [value, value.replace('FlyV1 ', '')]);
  const words = bare.flatMap((value) => [value, Buffer.from(value).toString('base64'), encodeURIComponent(value)]);
  return { words, leaks: (texts) => texts.filter((text) => words.some((word) => text.includes(word))) };
}
