import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Gauge, Registry } from 'prom-client';
import { collectGarbage } from '../test/collected-memory.js';
import { expectAsByPromClient, exposedLines, exposedPieces, nonEmptyLines } from '../test/exposed-lines.js';
import { Exposition } from './exposition/exposition.js';
import { IdleRows, MAX_KEPT_BYTES, MAX_KEPT_ROWS } from './exposition/text/idle-rows.js';
import { PIECE_BYTES, PieceBuffers } from './exposition/text/piece-buffers.js';
import { TextWriter } from './exposition/text/text-writer.js';
import { defineMetrics } from './index.js';

const OPTIONS = { unlabelled: 'level', collectTimeoutMs: 5000 };

function histogramIn(registry: Registry, buckets = [0.5, 2]) {
  const definition = { type: 'histogram', help: 'h', labels: { id: null }, buckets, maxSeries: 5000 } as const;
  const live = defineMetrics({ wait_seconds: definition }, { service: 'idle' }).register(registry);
  // One series without labels: it tells the registry's default labels.
  new Gauge({ name: 'level', help: 'h', registers: [registry] });
  const exposition = new Exposition(registry, OPTIONS);
  return {
    exposition,
    observe: (id: number, seconds: number) => live.wait_seconds.observe({ id: labelOf(id) }, seconds),
    scrape: (format: 'text' | 'openmetrics') => exposedLines(exposition, format),
    /** What prom-client writes, which asks for all the values again. */
    expected: async () => nonEmptyLines(await registry.metrics()),
  };
}

/** Long, so that what is kept of it is more than what else happens in memory. */
function labelOf(id: number): string {
  return String(id).padStart(200, '0');
}

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ id: fc.nat({ max: 4 }), seconds: fc.constantFrom(0, 0.25, 1, 1.5, 30) }) },
  { weight: 1, arbitrary: fc.constant('reset' as const) },
  { weight: 1, arbitrary: fc.constantFrom({ region: 'nrt' }, { region: 'fra', app: 'chat' }, {}) },
);

describe('the text of rows in which nothing happens', () => {
  test('is what would be written now, after anything that may have happened', async () => {
    const format = fc.constantFrom('text' as const, 'openmetrics' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.array(format, { maxLength: 4 })), { maxLength: 12 }),
        async (steps) => {
          const registry = new Registry();
          const { observe, exposition } = histogramIn(registry);
          for (const [what, scrapes] of steps) {
            if (what === 'reset') registry.resetMetrics();
            else if ('id' in what) observe(what.id, what.seconds);
            else registry.setDefaultLabels(what);
            await expectAsByPromClient(exposition, registry, scrapes);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is right when a series is observed as often as before a reset, in other buckets', async () => {
    const registry = new Registry();
    const { observe, scrape } = histogramIn(registry);
    observe(1, 0.25);
    for (let i = 0; i < 3; i++)
      expect(await scrape('text')).toContain(`wait_seconds_bucket{le="0.5",id="${labelOf(1)}"} 1`);
    registry.resetMetrics();
    observe(1, 30);
    expect(await scrape('text')).toContain(`wait_seconds_bucket{le="0.5",id="${labelOf(1)}"} 0`);
  });

  test('is let go when there are too many rows to keep it', async () => {
    const { observe, scrape, expected } = histogramIn(new Registry());
    for (let id = 0; id < MAX_KEPT_ROWS; id++) observe(id, id / 1000);
    await scrape('text');
    const before = await bytesHeld();
    for (let i = 0; i < 2; i++) await scrape('text');
    expect((await bytesHeld()) - before).toBeGreaterThan(500 * MAX_KEPT_ROWS);
    observe(MAX_KEPT_ROWS, 1);
    observe(0, 1);
    for (let i = 0; i < 3; i++) expect(await scrape('text')).toEqual(await expected());
    expect((await bytesHeld()) - before).toBeLessThan(500 * MAX_KEPT_ROWS);
  });

  test('comes in pieces as any other', async () => {
    const registry = new Registry();
    const { observe } = histogramIn(registry);
    for (let id = 0; id < 500; id++) observe(id, 1);
    const exposition = new Exposition(registry, OPTIONS);
    const pieces = async () => await exposedPieces(exposition, 'text');
    const written = await pieces();
    for (let i = 0; i < 2; i++) await pieces();
    const copied = await pieces();
    expect(Math.max(...copied.map(({ length }) => length))).toBeLessThan(1.1 * PIECE_BYTES);
    expect(copied.join('')).toBe(written.join(''));
    expect(copied.length).toBe(written.length);
    expect(copied.length).toBeGreaterThan(10);
  });

  test('takes two megabytes at the most, also after changes and resets', async () => {
    const registry = new Registry();
    const { observe, scrape } = histogramIn(registry, [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500]);
    const observeAll = () => {
      for (let id = 0; id < MAX_KEPT_ROWS; id++) observe(id, 1);
    };
    observeAll();
    await scrape('text');
    const before = await bytesHeld();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 3; i++) await scrape('text');
      const held = (await bytesHeld()) - before;
      expect(Math.abs(held - MAX_KEPT_BYTES)).toBeLessThan(0.2 * MAX_KEPT_BYTES);
      if (round === 0) registry.resetMetrics();
      observeAll();
    }
  });
});

const textOfRow = (row: number, state: number): string => `row ${row} is in state ${state}\n`.repeat(1 + (row % 3));

/** What a scrape does with each row. */
function scrapeRows(idle: IdleRows, states: readonly number[]): void {
  for (const [row, state] of states.entries())
    if (idle.note(row, state) && idle.startOf(row) === -1) idle.keep(row, Buffer.from(textOfRow(row, state)));
}

test('texts are kept as they were, and all of them again after any change', () => {
  const rows = 40;
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: rows - 1 }), { maxLength: 30 }), { maxLength: 20 }), (changes) => {
      const idle = new IdleRows();
      const writer = new TextWriter(new PieceBuffers());
      const states = Array.from({ length: rows }, () => 0);
      for (const changed of changes) {
        for (const row of changed) states[row] = (states[row] ?? 0) + 1;
        // In the first one a row has changed, in the second it has not, in the third what made room for it is kept again.
        for (let i = 0; i < 3; i++) scrapeRows(idle, states);
        for (const [row, state] of states.entries()) {
          idle.copy(writer, idle.startOf(row), idle.endOf(row));
          expect(writer.take().toString()).toBe(textOfRow(row, state));
        }
      }
    }),
  );
});

async function bytesHeld(): Promise<number> {
  await collectGarbage();
  return process.memoryUsage().arrayBuffers;
}
