import type { Expected } from '../project/expected.ts';
import type { Project } from '../project/model.ts';
import type { Fix } from '../rules/rule.ts';
import { draftEntry } from './draftEntry.ts';
import { offer } from './offer.ts';

/** Fixes that add an entry which is expected: one for each starter of the record kind that fits, else an empty one. */
export function expectedEntries(project: Project, kind: string, { field, value, by, group }: Expected): readonly Fix[] {
  const definition = project.lifecycle.records[kind];
  const what = definition?.entry?.replace(/-/g, ' ') ?? 'entry';
  const starters = (definition?.starters ?? []).filter(
    starter => starter[field] === value && (starter[by] === undefined || starter[by] === group),
  );
  if (starters.length === 0)
    return offer(
      `Add a ${what} with the ${field} “${value}”`,
      draftEntry(project, kind, { [by]: group, [field]: value }),
    );
  return starters.flatMap(starter => {
    const { family: _, ...given } = starter;
    const title = starter.title ?? value;
    return offer(`Add the ${what} “${title}”`, draftEntry(project, kind, { [by]: group, ...given }));
  });
}
