import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { loadParser } from './github-packages.js';
import { isRecord, type Json } from './values.js';

export type Document = { readonly content: Json; readonly problems: readonly string[] };

/**
 * The values are read with a plain YAML parser: GitHub's token tree keeps the indentation of block texts
 * that hold expressions. Its parser judges whether the file is right.
 */
export async function readWorkflowFile(folder: string, file: string): Promise<Document> {
  const content = await readText(path.join(folder, file));
  if (content === undefined) {
    return { content: {}, problems: [`${file}: there is no such file in the repository`] };
  }
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await loadParser();
  const { context, value } = parseWorkflow({ name: file, content }, new NoOperationTraceWriter());
  const problems = context.errors.getErrors().map((error) => error.message);
  if (problems.length > 0 || value === undefined) {
    return { content: {}, problems };
  }
  const { errors = [] } = await convertWorkflowTemplate(context, value);
  return { content: yaml(content), problems: errors.map((error) => error.Message) };
}

/** `undefined`: the folder holds no action. */
export async function readActionFile(folder: string): Promise<Document | undefined> {
  for (const name of ['action.yml', 'action.yaml']) {
    const content = await readText(path.join(folder, name));
    if (content !== undefined) {
      const { parseAction, NoOperationTraceWriter } = await loadParser();
      const { context } = parseAction({ name, content }, new NoOperationTraceWriter());
      return { content: yaml(content), problems: context.errors.getErrors().map((error) => error.message) };
    }
  }
  return undefined;
}

function yaml(content: string): Json {
  const value: unknown = parse(content);
  return isRecord(value) ? value : {};
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
