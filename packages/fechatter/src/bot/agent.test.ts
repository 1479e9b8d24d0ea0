import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { questionIn } from './agent.js';

describe('questionIn', () => {
  test.each([
    ['@bot what is up?', 'what is up?'],
    ['hey @Bot, what is up?', 'hey  what is up?'],
    ['what is up @bot', 'what is up'],
    ['@bot', ''],
  ])('finds the question in %j', (body, question) => {
    expect(questionIn(body)).toBe(question);
  });

  test.each(['hello', 'bot', 'mail me at ada@bot.example', '@bottom', '@bot-2 hi'])('finds none in %j', (body) => {
    expect(questionIn(body)).toBeUndefined();
  });

  test('finds a mention wherever it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(questionIn(`${before} @bot ${after}`)).toBeDefined();
      }),
    );
  });
});
