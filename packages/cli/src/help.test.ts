import { exportDashboards } from '@fly-monitoring/stages/export-dashboards';
import { expect, test } from '@jest/globals';
import { stageCommands } from './commands.js';
import { commandHelp, overviewHelp } from './help.js';

test('the overview names every command', () => {
  for (const command of Object.keys(stageCommands)) expect(overviewHelp()).toMatch(new RegExp(`^  ${command} `, 'm'));
});

test('the help of export-dashboards tells what is taken over, and how to try it', () => {
  const help = commandHelp('export-dashboards', exportDashboards);
  expect(help).toMatch(/^ {2}--uid +Uids of the dashboards to take over/m);
  expect(help).toMatch(/^ {2}--dry-run /m);
  expect(help).not.toMatch(/--prune|--overwrite|--fly-api-token/);
});
