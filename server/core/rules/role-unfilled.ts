import { appendEntry } from '../fixes/appendEntry.ts';
import { setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { canonicalRole } from '../lifecycle/roles.ts';
import type { Place, Project, RecordEntry, RecordFile } from '../project/model.ts';
import { isPhaseNear } from '../project/nearPhase.ts';
import { type NeededRole, neededRoles } from '../project/neededRoles.ts';
import { holdersOf } from '../project/people.ts';
import { recordHead } from '../project/recordHead.ts';
import { fieldOf, placeOf } from '../project/recordValue.ts';
import { inText, roleName } from '../project/wording.ts';
import { isBlank, textOf } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

const kind = 'stakeholders';

export default defineRule({
  id: 'role-unfilled',
  scope: 'project',
  severity: 'info',
  title: 'Every role that the next gates need is held by somebody.',
  why: 'A document whose role nobody holds gets written by whoever has time, which is nobody. People outside, such as end users, need somebody inside who speaks for them.',
  examples: {
    bad: {
      'docs/records/stakeholders.yaml':
        '- { role: sponsor, phase: both, people: [{ name: Sara }] }\n- { role: product-manager, phase: both, people: [] }\n',
    },
    good: {
      'docs/records/stakeholders.yaml':
        '- { role: sponsor, phase: both, people: [{ name: Sara }] }\n- { role: product-manager, phase: both, people: [{ name: Ana }] }\n',
    },
  },

  *check(project) {
    const files = project.records.filter(file => file.kind === kind);
    const [first] = files;
    if (!first || files.every(({ entries }) => entries.length === 0)) return;
    const entries = entriesByRole(files, project);
    for (const needed of neededRoles(project)) {
      const { role } = needed;
      if (project.lifecycle.roles[role]?.external || holdersOf(project, role).length > 0) continue;
      yield unheld(needed, entries.get(role), first, project);
    }
    for (const [role, kept] of entries) {
      const definition = project.lifecycle.roles[role];
      if (!definition?.external || holdersOf(project, role).length > 0) continue;
      if (isBlank(fieldOf(kept.record, spokesman)) && isPhaseNear(project, definition.phase))
        yield unspoken(role, kept, project);
    }
  },
});

const spokesman = 'represented_by';

interface Kept {
  readonly file: RecordFile;
  readonly record: RecordEntry;
}

/** The first entry about each role. */
function entriesByRole(files: readonly RecordFile[], project: Project): ReadonlyMap<string, Kept> {
  const entries = new Map<string, Kept>();
  for (const file of files)
    for (const record of file.entries) {
      const role = canonicalRole(project.lifecycle, textOf(fieldOf(record, 'role')) ?? '');
      if (role !== undefined && !entries.has(role)) entries.set(role, { file, record });
    }
  return entries;
}

function unheld({ role, gate, why }: NeededRole, kept: Kept | undefined, first: RecordFile, project: Project): Report {
  const place: Place = kept ? placeOf(kept.record, 'people') : recordHead(first);
  return {
    ...place,
    subject: role,
    gate,
    phase: phaseOfRole(role, project) ?? project.lifecycle.gates[gate]?.phase,
    message: `Nobody holds the role ${roleName(project, role)}: ${why}. Name somebody, also if one person holds several roles.`,
    fixes: nameSomebody(role, kept, project),
  };
}

const phaseOfRole = (role: string, { lifecycle }: Project): string | undefined => {
  const phase = lifecycle.roles[role]?.phase ?? '';
  return Object.hasOwn(lifecycle.phases, phase) ? phase : undefined;
};

function nameSomebody(role: string, kept: Kept | undefined, project: Project): readonly Fix[] {
  const title = `Name who is ${role}`;
  if (!kept) {
    const phase = project.lifecycle.roles[role]?.phase;
    return offer(title, appendEntry(project, kind, { role, ...(phase !== undefined && { phase }) }, ['people']));
  }
  const people = fieldOf(kept.record, 'people');
  // Where a name is awaited already, there is nothing to prepare.
  if (people && (!isBlank(people) || people.span.start === people.span.end)) return [];
  return offer(title, setEntryField(kept.file, kept.record, 'people', '[{ name: }]'));
}

function unspoken(role: string, { file, record }: Kept, project: Project): Report {
  const title = inText(project.lifecycle.roles[role]?.title ?? role);
  return {
    ...placeOf(record, spokesman),
    subject: role,
    phase: phaseOfRole(role, project),
    message: `Nobody speaks for the role ${title}, which is outside the team, so nobody brings its view to the gates. Say under “${spokesman}” which role does.`,
    fixes: fieldOf(record, spokesman)
      ? []
      : offer(`Say who speaks for ${role}`, setEntryField(file, record, spokesman, '')),
  };
}
