import { setEntryField } from '../fixes/entryField.ts';
import { offer } from '../fixes/offer.ts';
import { isDate } from '../lifecycle/date.ts';
import { addDuration } from '../lifecycle/duration.ts';
import { aboutEntry, nameOf } from '../project/aboutEntry.ts';
import { isCurrent } from '../project/current.ts';
import { lastTouched } from '../project/lastTouched.ts';
import { artifactsOf } from '../project/lookup.ts';
import type { Artifact, Project, RecordEntry, RecordFile } from '../project/model.ts';
import { isAbout } from '../project/recordKinds.ts';
import { limitOf } from '../project/recordLimit.ts';
import { fieldOf, fieldText } from '../project/recordValue.ts';
import { tracesOf } from '../project/traces/links.ts';
import { headSpan, inText, listed } from '../project/wording.ts';
import { itemsOf, textOf } from '../project/yamlValue.ts';
import type { Span } from '../text/span.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

/** From these on the documents should say what the product does. */
const made = ['implemented', 'deployed', 'verified'];

export default defineRule({
  id: 'change-impact-not-followed',
  scope: 'record',
  severity: 'warning',
  title: 'What a change affects is changed with it, or somebody looked and says that it need not be.',
  why: 'The product changes in a day; manuals, tests and plans follow when somebody remembers. The list of what a change affects is only worth something when it is worked off.',
  examples: {
    bad: {
      'docs/deployment/support-plan.md':
        '---\nstatus: approved\nowner: customer-support\nversion: 1.0.0\nroles: []\napprovals: [{ by: Kofi, date: 2026-03-02 }]\nreviewed: 2026-03-02\n---\n\n# Support plan\n',
      'docs/records/changes.yaml':
        '- { id: CHG-3, title: Support at night, phase: development, kind: improvement, reason: Buyers ask, affects: [support-plan], status: verified, approved_by: Ana, date: 2026-05-06, version: 1.0.0 }\n',
    },
    good: {
      'docs/deployment/support-plan.md':
        '---\nstatus: approved\nowner: customer-support\nversion: 1.0.0\nroles: []\napprovals: [{ by: Kofi, date: 2026-03-02 }]\nreviewed: 2026-05-07\n---\n\n# Support plan\n',
      'docs/records/changes.yaml':
        '- { id: CHG-3, title: Support at night, phase: development, kind: improvement, reason: Buyers ask, affects: [support-plan], status: verified, approved_by: Ana, date: 2026-05-06, version: 1.0.0 }\n',
    },
  },

  *check(file, project) {
    if (file.form === 'changelog' || !isAbout('change', file.kind, project.lifecycle)) return;
    for (const record of file.entries) {
      const date = fieldText(record, file.kind, 'date', project);
      const status = fieldText(record, file.kind, 'status', project);
      if (date === undefined || !isDate(date) || !made.includes(status ?? '')) continue;
      for (const group of untouched(file, record, date, project)) yield report(file, record, date, group, project);
    }
  },
});

/** Names in `affects` whose documents are as they were, together where it is the same document. */
interface Untouched {
  readonly names: readonly string[];
  readonly span: Span;
  readonly document: Artifact;
  /** ISO date. */
  readonly since: string;
}

function untouched(file: RecordFile, record: RecordEntry, date: string, project: Project): readonly Untouched[] {
  const ahead = limitOf(project, file.kind, 'edited-ahead-within');
  const checked = new Set(namesIn(record, 'checked').map(({ name }) => name));
  const groups = new Map<string, Untouched>();
  for (const { name, span } of namesIn(record, 'affects')) {
    const found = checked.has(name) ? undefined : oldest(documentsOf(name, project), date, ahead, project);
    if (!found) continue;
    const known = groups.get(found.document.path);
    groups.set(
      found.document.path,
      known ? { ...known, names: [...known.names, name] } : { ...found, names: [name], span },
    );
  }
  return [...groups.values()];
}

const namesIn = (record: RecordEntry, field: string): readonly { readonly name: string; readonly span: Span }[] =>
  itemsOf(fieldOf(record, field)).flatMap(node => {
    const name = textOf(node);
    return name === undefined ? [] : [{ name, span: node.span }];
  });

/** The documents of a type, of this version where there is one for each, or the document of an item. */
function documentsOf(name: string, project: Project): readonly Artifact[] {
  if (Object.hasOwn(project.lifecycle.artifacts, name))
    return artifactsOf(project, name).filter(
      artifact => artifact.definition.cardinality !== 'per-version' || isCurrent(project, artifact),
    );
  const item = tracesOf(project).items.get(name);
  return item?.artifact && !item.record && !item.retired ? [item.artifact] : [];
}

/** The document that was touched last, when every one of them was last touched before the change. */
function oldest(
  documents: readonly Artifact[],
  date: string,
  ahead: string | undefined,
  project: Project,
): Pick<Untouched, 'document' | 'since'> | undefined {
  let last: Pick<Untouched, 'document' | 'since'> | undefined;
  for (const document of documents) {
    const since = lastTouched(document, date, project);
    const until = since === undefined || ahead === undefined ? since : addDuration(since, ahead);
    if (since === undefined || until === undefined || until >= date) return undefined;
    if (!last || since > last.since) last = { document, since };
  }
  return last;
}

function report(
  file: RecordFile,
  record: RecordEntry,
  date: string,
  { names, span, document, since }: Untouched,
  project: Project,
): Report {
  const title = inText(document.definition.title);
  const isType = names.length === 1 && names[0] === document.type;
  const what = isType ? `the ${title}` : `${listed(names)} in the ${title}`;
  const name = nameOf(file, record, project);
  return {
    ...aboutEntry(file, record, project, 'affects'),
    span,
    subject: `${name} ${names.join(', ')}`,
    message: `${name} of ${date} affects ${what}, which nobody has approved or reviewed since ${since}. Edit it, or say that it was checked and needs no edit.`,
    related: [{ path: document.path, span: headSpan(document), message: `The ${title} is as it was on ${since}.` }],
    fixes: noted(file, record, names),
  };
}

/** A person's word that what is affected was looked at. */
function noted(file: RecordFile, record: RecordEntry, names: readonly string[]): readonly Fix[] {
  if (file.form !== 'file') return [];
  const all = [...namesIn(record, 'checked').map(({ name }) => name), ...names];
  const value = all.length === 1 ? names.join('') : `[${all.join(', ')}]`;
  return offer(
    `Note that ${listed(names)} was checked and needs no edit`,
    setEntryField(file, record, 'checked', value),
  );
}
