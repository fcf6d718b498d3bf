import { distance } from 'fastest-levenshtein';
import { replaceText } from '../fixes/frontMatter.ts';
import { nearest } from '../lifecycle/nearest.ts';
import type { Field } from '../lifecycle/schema/field.ts';
import { foldName } from '../project/fieldName.ts';
import { applying, documentScope, entryScope, type FieldScope } from '../project/fieldScope.ts';
import type { Artifact, FieldValue } from '../project/model.ts';
import { phaseOf } from '../project/recordValue.ts';
import { isInUse } from '../project/severity.ts';
import { listed } from '../project/wording.ts';
import { defineRule, type Report } from './rule.ts';

export default defineRule({
  id: 'front-matter-unknown',
  scope: 'artifact',
  severity: 'hint',
  title: 'No field of the front matter is a misspelling of one that is read.',
  why: 'A misspelt field is silently ignored: the document says something that nobody hears. Fields of other tools are left alone, unless the type takes no other fields at all (`other-fields: none`).',
  examples: {
    bad: {
      'docs/development/ux-design.md':
        '---\ntype: ux-design\nstatus: draft\nowner: designer\nreviwed: 2026-05-02\n---\n\n# User experience\n',
    },
    good: {
      'docs/development/ux-design.md':
        '---\ntype: ux-design\nstatus: draft\nowner: designer\nreviewed: 2026-05-02\nsidebar_position: 3\n---\n\n# User experience\n',
    },
  },

  *check(artifact, project) {
    const { definition, fields } = artifact;
    if (definition['other-fields'] === 'any' || !isInUse(artifact, project)) return;
    const scope = documentScope(artifact, project);
    const free = applying(scope).flatMap(([name, { aliases }]) => (fields.get(name) ? [] : [name, ...aliases]));
    if (definition['other-fields'] === 'none') yield* intruders(artifact, scope, free);
    else
      for (const field of fields.all) {
        const near = field.known ? undefined : free.find(name => isMisspelling(field.written, name));
        if (near !== undefined) yield report(field, unread(field.written), scope, near);
      }
  },

  *checkRecord(file, project) {
    if (file.form !== 'file') return;
    for (const record of file.entries) {
      const scope = entryScope(file, record, project);
      const free = applying(scope).flatMap(([name, { aliases }]) => (scope.read(name) ? [] : [name, ...aliases]));
      for (const { key, keySpan } of record.map.entries) {
        const near = Object.hasOwn(scope.fields, key) ? undefined : free.find(name => isMisspelling(key, name));
        if (near !== undefined)
          yield {
            ...report({ written: key, keySpan }, unread(key), scope, near),
            phase: phaseOf(record, file.kind, project),
          };
      }
    }
  },
});

const unread = (written: string): string => `No rule and no gate reads the field “${written}”.`;

/** Fields of a closed list: every one that is not on it, has no place here now, or stands there twice. */
function* intruders({ fields, state }: Artifact, scope: FieldScope, free: readonly string[]): Generator<Report> {
  const applicable = new Set(applying(scope).map(([name]) => name));
  // Under a status that nobody knows, nobody knows what applies either: another rule speaks of the status.
  const isUnknownStatus = fields.get('status') !== undefined && !state.declared;
  const isUnclear = (name: string): boolean =>
    isUnknownStatus && Object.hasOwn(scope.fields[name]?.when ?? {}, 'status');
  for (const field of fields.all) {
    const { name, written, known } = field;
    const near = known ? undefined : nearest(written, free);
    const message = !known
      ? `The definition knows no field “${written}” here, and it takes no others. Remove it, or name it in the definition.`
      : !applicable.has(name) && !isUnclear(name)
        ? `The field “${written}” has no place here: ${conditionWords(scope.fields[name])}. Remove it.`
        : fields.get(name) !== field
          ? `The field “${name}” is given twice, and only one of them is read. Remove the other.`
          : undefined;
    if (message !== undefined) yield { ...report(field, message, scope, near), severity: 'warning' };
  }
}

function report(
  { written, keySpan }: Pick<FieldValue, 'written' | 'keySpan'>,
  message: string,
  { path }: FieldScope,
  near: string | undefined,
): Report {
  const change = near === undefined ? [] : [replaceText(path, keySpan, near)];
  return {
    path,
    span: keySpan,
    subject: written,
    message: near === undefined ? message : `${message} Did you mean “${near}”?`,
    fixes: change.map(edit => ({ title: `Rename to “${near}”`, safe: false, changes: [edit] })),
  };
}

/** When a field applies, as far as that can be said in a few words. */
function conditionWords(field: Field | undefined): string {
  const { when = {}, since, until } = field ?? {};
  const tests = Object.entries(when).map(([name, test]) =>
    typeof test !== 'object' || Array.isArray(test)
      ? `“${name}” is ${listed([test].flat().map(String), 'or')}`
      : `“${name}” is as the definition says`,
  );
  const bounds = [
    ...(since === undefined ? [] : [`from ${since} on`]),
    ...(until === undefined ? [] : [`before ${until}`]),
  ];
  return `it applies only ${[...(tests.length > 0 ? [`where ${listed(tests)}`] : []), ...bounds].join(', ')}`;
}

/**
 * Whether one word is a slip of the other: a letter or two in it. Words that differ in their ending are words of their
 * own (`reviewers`, `reviewed`), except for a plural s.
 */
function isMisspelling(written: string, name: string): boolean {
  const [a, b] = [foldName(written), foldName(name)];
  if (Math.min(a.length, b.length) < 5) return false;
  if (`${a}s` === b || a === `${b}s`) return true;
  return a.at(-1) === b.at(-1) && a[0] === b[0] && distance(a, b) <= 2;
}
