import { describe, expect, test } from '@jest/globals';
import { Redactor } from '../secret.js';
import { liveBlock } from './live-block.js';
import { terminalLog } from './terminal-log.js';

/** What a person sees after all that was written: a terminal that knows "up so many lines and clear". */
function terminal(columns = 40, rows = 10) {
  let lines: string[] = [];
  const write = (text: string) => {
    const [introducer, up = '', clear] = text.split('[');
    if (introducer !== '\u001b') lines.push(text.replace(/\n$/, ''));
    else if (clear === '0J') lines = lines.slice(0, lines.length - Number.parseInt(up, 10));
  };
  const block = liveBlock({ columns, rows, write });
  return { block, write: (line: string) => write(`${line}\n`), seen: () => lines };
}

describe('the log of a terminal', () => {
  test('keeps the live lines below what is said, and draws them over in place', () => {
    const { seen, ...output } = terminal();
    const log = terminalLog(new Redactor(), output);
    log.info('first');
    log.live?.(['a up', 'b down']);
    log.info('second');
    log.live?.(['a up', 'b up']);
    expect(seen()).toEqual(['first', 'second', 'a up', 'b up']);
    log.live?.([]);
    expect(seen()).toEqual(['first', 'second']);
  });

  test('shows live lines only as far as they can be drawn over', () => {
    const { seen, ...output } = terminal(10, 3);
    terminalLog(new Redactor(), output).live?.(['0123456789abc', 'two', 'three', 'four']);
    expect(seen()).toEqual(['012345678', 'two']);
  });

  test('hides secrets in both, and has no live lines where nobody watches', () => {
    const redactor = new Redactor();
    redactor.add('hunter2-hunter2');
    const { seen, ...output } = terminal();
    const log = terminalLog(redactor, output);
    log.info('with hunter2-hunter2');
    log.live?.(['live hunter2-hunter2']);
    expect(seen()).toEqual(['with ***', 'live ***']);
    expect(terminalLog(redactor, { write: () => undefined }).live).toBeUndefined();
  });

  test('shows what would redraw or forge lines, and indents every line of a group', async () => {
    const { seen, ...output } = terminal();
    const log = terminalLog(new Redactor(), output);
    await log.group('title', async () => log.info('10%\r100%\n\u001b[2J::add-mask::x'));
    log.annotate({ level: 'error', title: 'NO', message: 'a\u009b1Ab' });
    log.live?.(['a\u001b[1A\nb']);
    expect(seen()).toEqual([
      'title',
      '  10%\\r100%',
      '  \\u001b[2J::add-mask::x',
      '✖ NO: a\\u009b1Ab',
      'a\\u001b[1A b',
    ]);
  });
});
