/**
 * switch: true/false; text, int, float, duration: the last value wins; list: repeatable; slice: repeatable and cut at
 * commas; optional: a word only after "=".
 */
export type FlagKind = 'switch' | 'text' | 'int' | 'float' | 'duration' | 'list' | 'slice' | 'optional';
