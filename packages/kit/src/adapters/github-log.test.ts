import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseRunnerCommand, runnerLines } from '../../../testing/src/workflow/jobs/runner-commands.js';
import { Redactor } from '../secret.js';
import { gitHubLog } from './github-log.js';

const hostile = 'no\r::add-mask::https\n\u0085::stop-commands::x\n ##[set-output name=a]b';

describe('the log of a workflow', () => {
  const write = process.stdout.write;
  let printed = '';
  beforeEach(() => {
    printed = '';
    process.stdout.write = (text: string | Uint8Array) => {
      printed += String(text);
      return true;
    };
  });
  afterEach(() => {
    process.stdout.write = write;
  });

  const commands = () =>
    runnerLines(printed)
      .map((line) => parseRunnerCommand(line))
      .filter((command) => command !== undefined);

  test('has no command but its own, whatever the lines, titles, messages and files hold', async () => {
    const log = gitHubLog(new Redactor());
    log.info(hostile);
    await log.group(hostile, async () => log.info(hostile));
    log.annotate({ level: 'error', title: hostile, message: hostile, place: { file: hostile, line: 3 } });
    expect(commands().map(({ name }) => name)).toEqual(['group', 'endgroup', 'error']);
    const error = commands().at(-1);
    expect(error?.data).toBe('no\\r::add-mask::https\n\\u0085::stop-commands::x\n ## [set-output name=a]b');
    expect(error?.properties).toMatchObject({ line: '3', file: error?.properties['title'] });
    expect(error?.properties['title']).not.toContain('\n');
  });

  test('cuts what GitHub would cut, and keeps the next step at the end', () => {
    const message = `${'😀'.repeat(5_000)}\nNext: look`;
    gitHubLog(new Redactor()).annotate({ level: 'warning', title: 't'.repeat(300), message });
    const [warning] = commands();
    expect(warning?.data.length).toBeLessThanOrEqual(4_096);
    expect(warning?.data).toMatch(/^😀.*characters left out.*\nNext: look$/s);
    expect(warning?.properties['title']?.length).toBeLessThanOrEqual(255);
  });

  test('hides a secret that colours divide or that lies where a line is cut', () => {
    const redactor = new Redactor();
    redactor.add('hunter2-hunter2');
    const log = gitHubLog(redactor);
    log.info('hunter2\u001b[0m-hunter2');
    log.info('hunter2-hunter2'.repeat(2_000));
    expect(printed).not.toContain('hunter');
  });
});
