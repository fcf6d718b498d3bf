import semver from 'semver';
import { isDate } from '../lifecycle/date.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { groupBy } from '../text/groupBy.ts';
import type { Span } from '../text/span.ts';
import { versionForms } from './fieldTypes.ts';
import type { Artifact, Section } from './model.ts';
import { compareVersions, parseVersion, versionIn } from './version.ts';

/** A version of a changelog with the section that it heads. */
export interface Step {
  readonly version: string;
  /** ISO date; undefined when there is none, or none that exists. */
  readonly date: string | undefined;
  /** Of the number in the heading. */
  readonly span: Span;
  readonly section: Section;
}

/** Whether the number of a release is written as its scheme asks: with SemVer in full, as in 1.4.0. */
export const fitsScheme = (version: string, scheme: Lifecycle['version-scheme']): boolean =>
  scheme === 'semver' ? semver.valid(version) !== null : versionForms[scheme].test(version);

/** The versions of a changelog in document order, of the depth at which most of its versions stand. */
export function stepsOf({ sections, document }: Artifact): readonly Step[] {
  const steps = sections.flatMap((section): Step[] => {
    const named = versionIn(section.heading.text);
    if (!named) return [];
    const { textSpan, span } = section.heading;
    const index = document.text.slice(textSpan.start, textSpan.end).indexOf(named.version);
    const start = textSpan.start + index;
    const place = index < 0 ? span : { start, end: start + named.version.length };
    const date = named.date !== undefined && isDate(named.date) ? named.date : undefined;
    return [{ version: named.version, date, span: place, section }];
  });
  const byDepth = [...groupBy(steps, ({ section }) => section.heading.depth).values()];
  return byDepth.sort((a, b) => b.length - a.length)[0] ?? [];
}

/**
 * The first version that does not stand below a newer one, with the one above it. A fix for an older line, such as 1.9.5
 * after 2.0.0, may stand where its day puts it.
 */
export function firstOutOfOrder(steps: readonly Step[]): readonly [Step, Step] | undefined {
  for (const [index, lower] of steps.entries()) {
    const upper = steps[index - 1];
    if (!upper || compareVersions(upper.version, lower.version) > 0) continue;
    const isByDay = upper.date !== undefined && lower.date !== undefined && upper.date >= lower.date;
    if (lineOf(upper) === lineOf(lower) || !isByDay) return [upper, lower];
  }
  return undefined;
}

/** The first version that is dated before one that came before it: in its own line, or the first of an earlier line. */
export function firstAgainstDates(steps: readonly Step[]): readonly [Step, Step] | undefined {
  const dated = steps.filter(({ date }) => date !== undefined).sort((a, b) => compareVersions(a.version, b.version));
  const lines = [...groupBy(dated, lineOf).values()];
  const openings = lines.flatMap(([first]) => first ?? []);
  for (const row of [openings, ...lines])
    for (const [index, later] of row.entries()) {
      const earlier = row[index - 1];
      if (earlier?.date !== undefined && later.date !== undefined && later.date < earlier.date) return [later, earlier];
    }
  return undefined;
}

/** The major and minor part: versions of one line follow each other. */
function lineOf({ version }: Step): string {
  const parsed = parseVersion(version);
  return parsed ? `${parsed.major}.${parsed.minor}` : version;
}
