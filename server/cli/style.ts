import pc from 'picocolors';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

type Colors = ReturnType<typeof pc.createColors>;

/** How text is made to look on this terminal. */
export interface Style {
  readonly colors: Colors;
  /** Columns to wrap at; `Infinity` when the output goes into a file or a pipe. */
  readonly width: number;
}

export interface StyleInput {
  /** False after `--no-color`. */
  readonly color: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** Whether to colour: `--no-color`, then NO_COLOR, then FORCE_COLOR, then whether a terminal that can is listening. */
function wantsColor({ color, env, isTerminal }: StyleInput): boolean {
  if (!color || isSet(env.NO_COLOR)) return false;
  if (isSet(env.FORCE_COLOR)) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

const narrowest = 40;
const widest = 120;

/** Decides colours and width. */
export function createStyle(input: StyleInput): Style {
  const columns = Math.min(Math.max(input.columns ?? 80, narrowest), widest);
  return { colors: pc.createColors(wantsColor(input)), width: input.isTerminal ? columns : Number.POSITIVE_INFINITY };
}

/** Pads to a width in terminal columns; colour codes count nothing and wide characters two. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** Columns that the widest of the texts takes. */
export const widthOf = (texts: Iterable<string>): number =>
  Math.max(0, ...Array.from(texts, text => stringWidth(text)));

/** Breaks `text` after `first` into lines that fit, each further one set in below the start of the first. */
export function hang(style: Style, first: string, text: string): string[] {
  const indent = stringWidth(first);
  const room = style.width - indent;
  const lines = room < 20 || !Number.isFinite(room) ? [text] : wrapAnsi(text, room, { trim: true }).split('\n');
  return lines.map((line, index) => `${index === 0 ? first : ' '.repeat(indent)}${line}`);
}

/** Like `hang`, for units that follow each other with two spaces between them and are never broken. */
export function flow(style: Style, first: string, units: readonly string[]): string[] {
  const glued = units.map(unit => unit.replaceAll(' ', '\u00a0'));
  return hang(style, first, glued.join('  ')).map(line => line.replaceAll('\u00a0', ' '));
}

/** Text from a workspace, safe to print: control characters cannot steer the terminal, line breaks become spaces. */
export const printable = (text: string): string =>
  text
    .replace(/[\t\r\n]+\s*/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
