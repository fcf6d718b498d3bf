/** What the user configures under `slipway.*`, checked. */
export interface Settings {
  /** The day the check is made for, ISO; undefined: today. */
  readonly asOf: string | undefined;
  /** The gate up to which every gate counts as next, instead of the one that `lifecycle.yaml` names. */
  readonly horizon: string | undefined;
}

export interface ReadSettings {
  readonly settings: Settings;
  /** What could not be used, in plain English. */
  readonly problems: readonly string[];
}

export const defaultSettings: Settings = { asOf: undefined, horizon: undefined };

/** Reads the `slipway` section as the client sends it: anything, also nothing. What is wrong is left out. */
export function readSettings(section: unknown): ReadSettings {
  const problems: string[] = [];
  const given: Record<string, unknown> = isRecord(section) ? section : {};
  const asOf = textOf(given, 'asOf', problems);
  if (asOf !== undefined && !isDate(asOf)) {
    problems.push(
      `The setting slipway.asOf is "${asOf}", which is not a date such as 2026-06-15. Today is used instead.`,
    );
  }
  const horizon = textOf(given, 'horizon', problems);
  return { settings: { asOf: asOf !== undefined && isDate(asOf) ? asOf : undefined, horizon }, problems };
}

function textOf(section: Record<string, unknown>, name: string, problems: string[]): string | undefined {
  const value = section[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') {
    problems.push(`The setting slipway.${name} is not a text, so it is left out.`);
    return undefined;
  }
  return value.trim() === '' ? undefined : value.trim();
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
