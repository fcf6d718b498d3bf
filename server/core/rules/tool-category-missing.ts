import { expectedEntries } from '../fixes/starters.ts';
import { isAllocation } from '../project/allocations.ts';
import { type Expected, unmetExpectations } from '../project/expected.ts';
import type { Project, RecordFile } from '../project/model.ts';
import { isPhaseNear } from '../project/nearPhase.ts';
import { recordHead } from '../project/recordHead.ts';
import { usualKindOf } from '../project/recordKinds.ts';
import { fieldOf } from '../project/recordValue.ts';
import { itemsOf, textOf } from '../project/yamlValue.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'tool-category-missing',
  scope: 'record',
  severity: 'info',
  title: 'Each phase has the kinds of tools that it depends on.',
  why: 'What is registered has an owner, a way in for newcomers and an end of support. What is not registered is found out about on the day it fails.',
  examples: {
    bad: {
      'docs/records/tools.yaml':
        '- { name: Git, phase: development, category: version-control, owner: Mei, use: Keeps the sources }\n- { name: Zephyr toolchain, phase: development, category: development-environment, owner: Mei, use: Builds the firmware }\n',
    },
    good: {
      'docs/records/tools.yaml':
        '- { name: Git, phase: development, category: version-control, owner: Mei, use: Keeps the sources }\n- { name: Zephyr toolchain, phase: development, category: development-environment, owner: Mei, use: Builds the firmware }\n- { name: Figma, phase: development, category: design-software, owner: Tom, use: Screens of the app }\n',
    },
  },

  *check(file, project) {
    // Other records with expectations have a rule of their own.
    if (['risk-register', 'metrics'].includes(usualKindOf(project.lifecycle, file.kind))) return;
    if (isAllocation(project.lifecycle.records[file.kind])) return;
    for (const expected of unmetExpectations(file, project)) {
      const { field, value, by, group } = expected;
      if (!isPhaseNear(project, group) || servesAll(file, expected, project)) continue;
      const title = by === 'phase' ? project.lifecycle.phases[group]?.title : undefined;
      const what = project.lifecycle.records[file.kind]?.entry?.replace(/-/g, ' ') ?? 'entry';
      yield {
        ...recordHead(file),
        subject: `${group} ${value}`,
        phase: by === 'phase' ? group : undefined,
        message: `“${title ?? group}” has no ${what} with the ${field} “${value}”. Register what is used for it, or note in a comment “${value}: none” when nothing is.`,
        fixes: expectedEntries(project, file.kind, expected),
      };
    }
  },
});

/** Whether an entry that is bound to no single phase has the value, such as a tool of both phases. */
const servesAll = ({ kind }: RecordFile, { field, value, by }: Expected, { records, lifecycle }: Project): boolean =>
  records
    .filter(other => other.kind === kind)
    .some(({ entries }) =>
      entries.some(
        record =>
          itemsOf(fieldOf(record, field)).some(node => textOf(node) === value) &&
          !Object.hasOwn(lifecycle.records[kind]?.expect?.values ?? {}, textOf(fieldOf(record, by)) ?? ''),
      ),
    );
