import {
  parseRunnerCommand,
  type RunnerCommand,
  runnerLines,
} from '../../testing/src/workflow/jobs/runner-commands.js';

const lineEnds = [
  '\n',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\u2029',
  '\v',
  '\f',
  '\n\u3000',
  '\n\u00a0\ufeff',
  '\u001b[0m',
];

/** Texts that servers, tools and files may hold; each is short enough to pass where long ones are cut. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'commands behind every line end': lineEnds.map((end) => `a${end}::add-mask::f`).join(''),
  'a command at its beginning': '::add-mask::f',
  'commands in brackets': 'a ##[add-mask]f\r##[error]FORGED\n##[stop-commands]f',
  'commands of other kinds': '\r::stop-commands::f\n\u0085 ::set-output name=f::f\n\t::error title=FORGED::f',
  'images and links': 'a\n\n# FORGED\n![f](https://f.example/p.png)[f](https://f.example)[f]: https://f.example',
  'elements and mentions': 'a <img src=f> </details><h1>FORGED @forged &lt;b> \\<b> `<i>',
  'a table': 'a | FORGED |\n| --- | --- |\n| FORGED | f |\\| FORGED |',
  fences: 'a\n```\n# FORGED\n````\n# FORGED\n~~~\n<img src=f>`',
  'what a terminal obeys': 'a\u202ef\u001b[2J\u009b1A\rFORGED\u0000\u200b\u001b]8;;https://f.example\u0007',
};

/** The commands in what was printed that the suite does not give by itself. */
export function forgedCommands(printed: string): readonly RunnerCommand[] {
  const own = new Set(['error', 'warning', 'notice', 'group', 'endgroup', 'debug', 'add-mask']);
  return runnerLines(printed)
    .map((line) => parseRunnerCommand(line))
    .filter((command) => command !== undefined)
    .filter(({ name, properties, data }) => {
      const isForged = properties['title'] === 'FORGED' || data === 'f' || data === 'FORGED';
      return !own.has(name) || isForged;
    });
}

/** Characters that redraw, reorder or hide; tabs and line ends of our own are none. */
export function unseenCharacters(text: string): readonly string[] {
  return text.match(/[^\P{C}\p{Cn}\p{Co}\n\t]|[\u2028\u2029]/gu) ?? [];
}

/** Not behind a backslash that is none itself. */
const bare = '(?<=(?<!\\\\)(?:\\\\\\\\)*)';
const live: Readonly<Record<string, RegExp>> = {
  heading: /^ {0,3}#{1,6} FORGED/m,
  'second fence': /^ {0,3}(`{3,}|~{3,})/m,
  image: new RegExp(`${bare}!${bare}\\[`),
  link: new RegExp(`${bare}\\]\\([^)]*f\\.example|${bare}\\](?:\\(javascript|:)`),
  element: /<(?!\/?(?:details|summary|code)>)/,
  mention: /(?<![\w])@(?=\w)/,
  cell: new RegExp(`${bare}\\|\\s*FORGED`),
};

/** What of the hostile texts is still markup in a summary; what stands in a fence is none. */
export function liveMarkup(summary: string): readonly string[] {
  const open = withoutFences(summary);
  const found = Object.entries(live).filter(([, pattern]) => pattern.test(open));
  const tags = (name: string) => open.match(new RegExp(`<${name}>`, 'g'))?.length ?? 0;
  const isClosedTwice = tags('/details') > tags('details');
  return [...found.map(([name]) => name), ...(isClosedTwice ? ['end of details'] : []), ...unseenCharacters(summary)];
}

/** A fence ends with the first line of at least as many backticks, and of nothing else. */
function withoutFences(markdown: string): string {
  let fence = '';
  const outside = markdown.split('\n').filter((line) => {
    const ticks = /^ {0,3}(`{3,})/.exec(line)?.[1] ?? '';
    if (fence === '') {
      fence = ticks;
      return ticks === '';
    }
    if (ticks.length >= fence.length && line.trim() === ticks) fence = '';
    return false;
  });
  return `${outside.join('\n')}${fence === '' ? '' : '\n```'}`;
}
