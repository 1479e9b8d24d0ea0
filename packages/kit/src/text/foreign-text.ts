/**
 * Text that servers, tools and files wrote, made fit for a log: nothing in it is a command to GitHub's runner, moves a
 * terminal's cursor or hides. What is replaced stays visible as an escape such as `\r` or `\u202e`.
 */

/** Colours and weights. They hold no text; everything else that begins with ESC is shown. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const colours = /\u001b\[[0-9;]*m/g;

/** Control and format characters, lone surrogates, and the line ends that are not `\n`. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Every character can be seen; `\n` stays a line break and a tab a tab. */
export function visible(text: string): string {
  return text.replace(colours, '').replaceAll('\r\n', '\n').replace(unseen, escapeCharacter);
}

function escapeCharacter(character: string): string {
  if (character === '\n' || character === '\t') return character;
  if (character === '\r') return '\\r';
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** For cells and titles: line breaks and tabs become spaces. */
export function onOneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/**
 * No line of it is a workflow command. The runner reads lines that end with `\r`, `\n` or `\r\n`
 * (StreamReader.ReadLine), trims what .NET calls white space from their beginning, and obeys `::command::` there and
 * `##[command]` anywhere (actions/runner 258d6c8, src/Runner.Common/ActionCommand.cs, TryParseV2 and TryParse). Of that
 * white space only tabs and space separators are left once the rest is visible.
 */
export function harmless(text: string): string {
  return visible(text)
    .replace(/^([\t\p{Zs}]*)::/gmu, '$1: :')
    .replaceAll('##[', '## [');
}

/** Nobody reads on in a longer line, and browsers are slow to show one. */
const longestLineCharacters = 8_000;

/** Cuts each line that nobody would read to its end. */
export function cutLines(text: string): string {
  return text
    .split('\n')
    .map((line) => cutMiddle(line, longestLineCharacters))
    .join('\n');
}

/** Keeps both ends, as the reason often stands last, and says how much is left out; no character is cut in two. */
export function cutMiddle(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters) return text;
  const note = (count: number) => ` … (${count} characters left out) … `;
  const room = Math.max(0, mostCharacters - note(text.length).length);
  const tailLength = Math.floor(room / 3);
  const headEnd = room - tailLength - (isInsidePair(text, room - tailLength) ? 1 : 0);
  const atTail = text.length - tailLength;
  const tailStart = atTail + (isInsidePair(text, atTail) ? 1 : 0);
  return text.slice(0, headEnd) + note(tailStart - headEnd) + text.slice(tailStart);
}

/** Characters beyond U+FFFF are two units long. */
function isInsidePair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
