// GitHub's workflow parser imports its JSON without saying that it is JSON, which jest warns of at every run. This jest
// transformer says it; it can go when the parser does.
const jsonImport = /^(\s*import\s[^'"]*?from\s*(['"])[^'"]+\.json\2)\s*;?\s*$/gm;

export default {
  process: (source) => ({ code: source.replace(jsonImport, "$1 with { type: 'json' };") }),
};
