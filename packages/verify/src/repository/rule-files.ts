import { posix } from 'node:path';
import { SuiteError } from '@fly-monitoring/kit';
import { filesOfPattern, parseRuleFile, type WrittenRuleGroup } from '@fly-monitoring/prometheus';
import type { PrepareContext } from '../check-module.js';
import { type ListedFile, readListedFiles } from './read-listed-files.js';

export interface RuleMaterial {
  readonly groups: readonly WrittenRuleGroup[];
  /** Why there are none, when there are none. */
  readonly reason: string;
}

/**
 * The rules of the repository: those of the input, else those that the configuration names, relative to itself.
 * @throws SuiteError that names what is missing or wrong
 */
export async function readRules(rules: readonly string[] | undefined, setup: PrepareContext): Promise<RuleMaterial> {
  const files =
    rules === undefined ? await readNamed(setup) : await readListedFiles({ input: 'rules', entries: rules }, setup);
  const parsed = files.map(({ path, text }) => ({ path, ...parseRuleFile(text, { file: path }) }));
  const problems = parsed.flatMap(({ path, problems }) =>
    problems.map(({ line, message }) => `${path}:${line}: ${message}`),
  );
  if (problems.length > 0) {
    throw new SuiteError({ code: 'FILE_INVALID', message: problems.join('\n'), hint: 'Correct the lines shown.' });
  }
  return { groups: parsed.flatMap(({ groups }) => groups), reason: 'the configuration names no rule files' };
}

async function readNamed(setup: PrepareContext): Promise<readonly ListedFile[]> {
  const { config } = setup.repository;
  // An absolute one is a path in the image, where the repository has no say.
  const patterns = (config?.ruleFiles ?? [])
    .filter((pattern) => !pattern.startsWith('/'))
    .map((pattern) => posix.join(posix.dirname(config?.file ?? ''), pattern));
  const found = await Promise.all(patterns.map((pattern) => filesOfPattern(pattern, setup)));
  const empty = patterns.filter((_, index) => found[index]?.length === 0);
  if (empty.length > 0) {
    throw new SuiteError({
      code: 'PROMETHEUS_CONFIG_INVALID',
      message: empty
        .map((pattern) => `${config?.file ?? ''}: rule_files names ${pattern}; there is no such file.`)
        .join('\n'),
      hint: 'Prometheus starts without these rules, and says nothing. Correct the path, or take it out.',
    });
  }
  return readListedFiles({ input: 'rules', entries: [...new Set(found.flat())] }, setup);
}
