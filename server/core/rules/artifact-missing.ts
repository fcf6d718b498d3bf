import { createCompanion, creation } from '../fixes/createFile.ts';
import { addDefinitionEntry } from '../fixes/definitionEntry.ts';
import { newDocument, newPath, newSidecar } from '../fixes/documentSkeleton.ts';
import { addField } from '../fixes/frontMatter.ts';
import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Severity } from '../lifecycle/schema/lifecycle.ts';
import type { RecordKind } from '../lifecycle/schema/record.ts';
import { workspacePath } from '../project/build.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import { fieldsOf } from '../project/fields.ts';
import { missingCompanions, missingSidecar } from '../project/missingCompanions.ts';
import type { Artifact, Project } from '../project/model.ts';
import { accountableText } from '../project/people.ts';
import { gapSeverity, isInUse, isUnread, severityAt } from '../project/severity.ts';
import { isElsewhere, isWaived } from '../project/waivers.ts';
import { gateInText, headSpan, inText, listed, numberOf, whoNeedsIt } from '../project/wording.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'artifact-missing',
  scope: 'project',
  severity: 'warning',
  title: 'Every document and record that a near gate needs exists.',
  why: 'A gate judges documents. One that nobody has begun cannot be finished in the week of the review. Only gates that are passed or next speak; later ones stay grey in the panel. Records are folded into one note until the first of them exists.',
  examples: {
    bad: {
      'docs/development/product-brief.md': '---\nstatus: draft\nowner: product-manager\n---\n\n# Product brief\n',
    },
    good: {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords: null\nartifacts:\n  market-research: { need: optional }\n  requirements: { need: optional }\n',
      'docs/development/product-brief.md': '---\nstatus: draft\nowner: product-manager\n---\n\n# Product brief\n',
    },
  },

  *check(project) {
    const present = new Set(
      project.artifacts
        .filter(artifact => artifact.state.waived || isUnread(artifact.document) || isInUse(artifact, project))
        .map(artifact => artifact.type),
    );
    for (const [type, definition] of Object.entries(project.lifecycle.artifacts)) {
      const severity = severityOf(project, definition.need, definition['required-by']);
      if (severity && !present.has(type) && !isWaived(project, type) && !isElsewhere(project, type))
        yield missingDocument(project, type, definition, severity);
    }
    yield* missingRecords(project);
    for (const artifact of project.artifacts) yield* missingParts(artifact, project);
  },
});

/** The sidecar and the companions that a document lacks. */
function* missingParts(artifact: Artifact, project: Project): Generator<Report> {
  const { path, type, definition } = artifact;
  const common = {
    path,
    span: headSpan(artifact),
    artifact: type,
    phase: definition.phase,
    gate: definition['required-by'],
    severity: gapSeverity(artifact, project),
  };
  const sidecar = missingSidecar(artifact, project);
  if (sidecar !== undefined)
    yield {
      ...common,
      subject: sidecar,
      message: `The file ${sidecar} is missing${inOtherCase(project, sidecar)}. Status and all other fields of this document stand there: nobody can tell how far it has come.`,
      fixes: [creation(newSidecar(project, artifact, sidecar))],
    };
  for (const { id, definition: companion, paths } of missingCompanions(artifact, project)) {
    const [file = ''] = paths;
    const say = companion.say ?? project.lifecycle.artifacts[companion.type ?? '']?.purpose ?? '';
    yield {
      ...common,
      subject: file,
      message: `The file ${file} is missing${inOtherCase(project, file)}: this document needs it now. ${say}`.trim(),
      fixes: [createCompanion(project, id, companion, file)],
    };
  }
}

function inOtherCase(project: Project, path: string): string {
  const other = project.existsInOtherCase(path);
  return other === undefined ? '' : ` (${other} differs in letter case)`;
}

function severityOf(project: Project, need: ArtifactType['need'], gate: string | undefined): Severity | undefined {
  const severity = severityAt(project, gate);
  if (need === 'optional' || severity === undefined) return undefined;
  return need === 'recommended' ? 'info' : severity;
}

function missingDocument(project: Project, type: string, definition: ArtifactType, severity: Severity): Report {
  const gate = definition['required-by'];
  return {
    ...definitionPlace(project, ['artifacts', type]),
    subject: type,
    artifact: type,
    phase: definition.phase,
    gate,
    severity,
    message: messageFor(project, definition, accountableText(project, type)),
    fixes: fixesFor(project, type),
  };
}

function fixesFor(project: Project, type: string): readonly Fix[] {
  const created = project.exists(newPath(project, type)) ? undefined : newDocument(project, type);
  const waive = addDefinitionEntry(project, 'waive', type, ['reason', 'by', 'until']);
  const elsewhere = addDefinitionEntry(project, 'provided-by', type, ['url']);
  const candidates = project.ambiguous.filter(({ types }) => types.includes(type));
  return [
    ...(created
      ? [
          {
            title: `Create ${created.path}`,
            safe: false,
            byName: true,
            changes: [{ kind: 'create' as const, ...created }],
          },
        ]
      : []),
    ...candidates.map(({ document }) => ({
      title: `Say that ${document.path} is it`,
      safe: false,
      changes: [addField({ document, fields: fieldsOf(document, project.lifecycle, undefined) }, 'type', type)],
    })),
    ...(waive ? [{ title: `Declare “${type}” not applicable`, safe: false, changes: [waive] }] : []),
    ...(elsewhere ? [{ title: `Say where “${type}” is kept instead`, safe: false, changes: [elsewhere] }] : []),
  ];
}

function* missingRecords(project: Project): Generator<Report> {
  const present = new Set(project.records.map(record => record.kind));
  const missing = Object.entries(project.lifecycle.records).flatMap(([kind, definition]) => {
    const severity = severityOf(project, definition.need, definition['required-by']);
    return severity && !present.has(kind) && !isWaived(project, kind) ? [{ kind, definition, severity }] : [];
  });
  if (project.records.every(({ form }) => form !== 'file')) {
    const required = missing.filter(({ definition }) => definition.need === 'required');
    const [first] = required;
    const gate = first?.definition['required-by'];
    if (first && gate !== undefined)
      yield {
        ...definitionPlace(project, ['records', first.kind]),
        subject: required.map(({ kind }) => kind).join(', '),
        gate,
        severity: 'info',
        message: `No record is begun: ${listed(required.map(({ definition }) => inText(definition.title)))}. Begin with ${workspacePath(project.root, first.definition.path)}: ${gateInText(project, gate)} is judged by records.`,
        fixes: required.flatMap(({ kind, definition }) => createRecord(project, kind, definition.path)),
      };
    return;
  }
  for (const { kind, definition, severity } of missing)
    yield {
      ...definitionPlace(project, ['records', kind]),
      subject: kind,
      gate: definition['required-by'],
      severity,
      message: messageFor(project, definition, ''),
      fixes: createRecord(project, kind, definition.path),
    };
}

function messageFor(project: Project, wanted: ArtifactType | RecordKind, who: string): string {
  const { title, need, purpose = '' } = wanted;
  const { be, it } = numberOf(title);
  const condition = need === 'recommended' ? `, if ${it === 'it' ? 'it applies' : 'they apply'}` : '';
  const whose = who === '' ? '' : ` (${who})`;
  return `${title} ${be} missing: ${whoNeedsIt(project, wanted['required-by'], it)}${condition}${whose}. ${purpose}`.trim();
}

function createRecord(project: Project, kind: string, path: string): readonly Fix[] {
  const definition = project.lifecycle.records[kind];
  const text = `# ${definition?.title ?? kind}: ${definition?.purpose ?? ''}\n[]\n`;
  const file = workspacePath(project.root, path);
  if (project.exists(file)) return [];
  return [{ title: `Create ${file}`, safe: false, byName: true, changes: [{ kind: 'create', path: file, text }] }];
}
