import { waiverFixes } from '../fixes/waiverFixes.ts';
import { isDate } from '../lifecycle/date.ts';
import type { YamlNode } from '../parse/model.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import { fieldDocument } from '../project/fieldPlace.ts';
import type { Artifact, FieldValue, Place, Project } from '../project/model.ts';
import { entriesOfKind } from '../project/records.ts';
import { isInUse } from '../project/severity.ts';
import { listed } from '../project/wording.ts';
import { entry, mapsOf, textOf } from '../project/yamlValue.ts';
import type { Span } from '../text/span.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'waiver-invalid',
  scope: 'project',
  severity: 'warning',
  title: 'Whatever is waived or suppressed says why, by whom and until when.',
  why: '"Not applicable" is an answer; silence is not. A waiver without a reason or past its end has no effect. The same holds for suppressions in comments: one without a reason, or one that suppresses nothing, is reported here.',
  examples: {
    bad: {
      'docs/development/ux-design.md':
        '---\ntype: ux-design\nstatus: draft\nowner: designer\nnot_applicable: { reason: "", by: Tom }\n---\n\n# User experience\n',
    },
    good: {
      'docs/development/ux-design.md':
        '---\ntype: ux-design\nstatus: draft\nowner: designer\nnot_applicable: { reason: The product has no screen, by: Tom, until: 2099-12-31 }\n---\n\n# User experience\n',
    },
  },

  *check(project) {
    for (const [type, waiver] of Object.entries(project.lifecycle.waive)) {
      const faults = faultsOf(waiver.reason, waiver.by, waiver.until, project);
      if (faults.length > 0)
        yield {
          ...report(type, definitionPlace(project, ['waive', type]), faults),
          fixes: inDefinition(project, type),
        };
    }
    for (const artifact of new Map(project.artifacts.map(artifact => [artifact.path, artifact])).values()) {
      const field = artifact.fields.get('not_applicable');
      if (!field || !(artifact.state.waived || isInUse(artifact, project))) continue;
      for (const { name, span, value } of waiversIn(field)) {
        const faults = faultsOfNode(value, project);
        if (faults.length > 0)
          yield {
            ...report(name ?? artifact.type, { path: fieldDocument(artifact).path, span }, faults),
            artifact: artifact.type,
            phase: artifact.definition.phase,
            fixes: inFields(artifact, field, value),
          };
      }
    }
    for (const { map, path } of entriesOfKind(project.records, 'gate-log'))
      for (const waiver of mapsOf(entry(map, 'waived'))) {
        const faults = faultsOfNode(waiver, project);
        const document = project.documents.get(path);
        const list = entry(map, 'waived');
        if (faults.length > 0)
          yield {
            ...report(textOf(entry(waiver, 'criterion')) ?? 'criterion', { path, span: waiver.span }, faults),
            fixes: document && list ? waiverFixes({ document, waiver, around: [list, map] }) : [],
          };
      }
  },
});

/** A waiver that is written in the definition of the product itself. */
function inDefinition(project: Project, type: string): readonly Fix[] {
  const document = project.documents.get(project.definition.path);
  const root = document?.kind === 'yaml' ? document.root : undefined;
  const waivers = entry(root, 'waive');
  const waiver = entry(waivers, type);
  return document && root && waivers && waiver ? waiverFixes({ document, waiver, around: [waivers, root] }) : [];
}

/** A waiver in the fields of a document: of all of it, or of one section. */
function inFields(artifact: Artifact, { value: field }: FieldValue, waiver: YamlNode): readonly Fix[] {
  const document = fieldDocument(artifact);
  const root = document.kind === 'yaml' ? document.root : document.frontMatter?.map;
  if (!root) return [];
  return waiverFixes({ document, waiver, around: waiver === field ? [root] : [field, root] });
}

interface Waiver {
  /** The section that is waived; undefined for the whole document. */
  readonly name: string | undefined;
  readonly span: Span;
  readonly value: YamlNode;
}

/** A waiver of the whole document, or one for each section it names. */
function waiversIn({ value, keySpan }: FieldValue): readonly Waiver[] {
  const whole = { name: undefined, span: keySpan, value };
  if (value.kind !== 'map' || value.entries.length === 0) return [whole];
  if (value.entries.some(({ key }) => ['reason', 'by', 'until'].includes(key))) return [whole];
  return value.entries.map(({ key, keySpan: span, value: waiver }) => ({ name: key, span, value: waiver }));
}

const faultsOfNode = (waiver: YamlNode, project: Project): readonly string[] =>
  faultsOf(textOf(entry(waiver, 'reason')), textOf(entry(waiver, 'by')), textOf(entry(waiver, 'until')), project);

function faultsOf(
  reason: string | undefined,
  by: string | undefined,
  until: string | undefined,
  project: Project,
): readonly string[] {
  const faults: string[] = [];
  if (!reason?.trim()) faults.push('gives no reason');
  if (!by?.trim()) faults.push('names nobody who decided it');
  if (!until?.trim()) return faults;
  if (!isDate(until)) faults.push(`has no valid end date (“${until}”)`);
  else if (until < project.today) faults.push(`ended on ${until}`);
  return faults;
}

const report = (subject: string, place: Place, faults: readonly string[]): Report => ({
  ...place,
  subject,
  message: `The waiver of “${subject}” ${listed(faults)}, so it has no effect. Complete it, or remove it.`,
});
