import module from 'node:module';

/**
 * GitHub's parser and language service import JSON without saying so, which Node refuses.
 * This hook says it for them. It may go when their packages carry `with { type: 'json' }`.
 */
const JSON_HOOK = `export async function load(url, context, next) {
  return next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);
}`;

let isHooked = false;

function hook(): void {
  if (isHooked) {
    return;
  }
  isHooked = true;
  try {
    module.register(`data:text/javascript,${encodeURIComponent(JSON_HOOK)}`);
  } catch {
    // Jest loads modules itself, refuses hooks, and takes JSON as it is.
  }
}

export async function loadParser() {
  hook();
  const [parser, actions] = await Promise.all([
    import('@actions/workflow-parser'),
    import('@actions/workflow-parser/actions/action-parser'),
  ]);
  return { ...parser, parseAction: actions.parseAction };
}

export async function loadLanguageService() {
  hook();
  const [{ validate }, { TextDocument }] = await Promise.all([
    import('@actions/languageservice'),
    import('vscode-languageserver-textdocument'),
  ]);
  return { validate, TextDocument };
}
