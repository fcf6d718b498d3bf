import { replaceText, setFields, takesFields } from '../fixes/frontMatter.ts';
import { lowerStatus } from '../fixes/lowerStatus.ts';
import { offer } from '../fixes/offer.ts';
import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import { holds } from '../project/condition.ts';
import { versionOf } from '../project/current.ts';
import { fieldDocument, fieldPlace } from '../project/fieldPlace.ts';
import { knownFields } from '../project/fields.ts';
import type { Artifact, Project } from '../project/model.ts';
import { namedVersions } from '../project/namedVersion.ts';
import { claimsAgreement, isJudged } from '../project/severity.ts';
import { artifactSubject } from '../project/subject.ts';
import { parseVersion, versionFits } from '../project/version.ts';
import { asksForVersion, type VersionNeed, versionNeed } from '../project/versionNeed.ts';
import { whoNeedsIt } from '../project/wording.ts';
import { textOf } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'version-mismatch',
  scope: 'artifact',
  severity: 'warning',
  title: 'Documents for a release name that release.',
  why: 'A manual for the last version describes buttons that are gone. Whether the number differs because the text was not read again, or only because nobody changed the number, a reader cannot know. A patch inherits what was written for its minor version.',
  examples: {
    bad: {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 1.3.0 }\nhorizon: launch\n',
      'docs/deployment/user-manual.md':
        '---\nstatus: in-review\nowner: product-manager\nversion: 1.1.0\n---\n\n# User manual\n',
    },
    good: {
      'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nproduct: { version: 1.3.2 }\nhorizon: launch\n',
      'docs/deployment/user-manual.md':
        '---\nstatus: in-review\nowner: product-manager\nversion: 1.3.0\n---\n\n# User manual\n',
    },
  },

  *check(artifact, project) {
    if (!isJudged(artifact, project)) return;
    const need = versionNeed(project, artifact.type);
    const wanted = need && wantedVersion(artifact, project);
    if (!need || wanted === undefined) return;
    const precision = precisionOf(artifact, project);
    const isOther = (version: string): boolean =>
      parseVersion(version) !== undefined && !versionFits(version, wanted, precision);
    const field = textOf(artifact.fields.get('version')?.value);
    if (field !== undefined && isOther(field)) {
      yield inField(artifact, project, need, field, wanted, precision);
      return;
    }
    const named = namedVersions(artifact, project);
    const [first] = named;
    if (!first || !named.every(({ version }) => isOther(version))) return;
    yield {
      path: artifact.path,
      span: first.span,
      subject: first.version,
      gate: need.gate,
      severity: need.severity,
      message: `The text speaks of version ${first.version}, but the document is for ${wanted}: ${whoNeedsIt(project, need.gate, 'it to be right')}. Correct the number when the text holds for ${wanted}.`,
      fixes: correct(artifact, project, wanted, [
        replaceText(artifact.path, first.span, written(first.version, wanted, precision)),
      ]),
    };
  },
});

type Precision = ArtifactType['version-match'];

/** The version that a document has to name: its own when there is one document for each, else the one being made. */
function wantedVersion(artifact: Artifact, project: Project): string | undefined {
  const { definition, captures, type } = artifact;
  const { version } = project;
  const own = versionOf(artifact);
  if (definition.cardinality !== 'many' && definition.cardinality !== 'one')
    return isFor(own, version) ? own : undefined;
  if (captures.version !== undefined) return undefined;
  const { required = false } = knownFields(project.lifecycle, definition).version ?? {};
  const isAsked = asksForVersion(project, type) || holds(required, artifactSubject(artifact, project));
  return isAsked ? version : undefined;
}

const isFor = (own: string | undefined, version: string | undefined): boolean =>
  own !== undefined && version !== undefined && versionFits(own, version, 'patch');

/** As the definition says. Where it says nothing, a patch inherits the documents of its minor version. */
function precisionOf({ type, definition }: Artifact, project: Project): Precision {
  const [own, whole] = [['version-match'], []].map(key => project.definition.origin(['artifacts', type, ...key]));
  const isSaid = own?.file !== whole?.file || own?.keySpan.start !== whole?.keySpan.start;
  return isSaid || definition.cardinality === 'per-version' ? definition['version-match'] : 'minor';
}

function inField(
  artifact: Artifact,
  project: Project,
  { gate, severity }: VersionNeed,
  field: string,
  wanted: string,
  precision: Precision,
): Report {
  const text = written(field, wanted, precision);
  return {
    ...fieldPlace(artifact, 'version'),
    subject: 'version',
    gate,
    severity,
    message: `This document is for version ${field}, but ${wanted} is being made: ${whoNeedsIt(project, gate, `one for ${wanted}`)}. Read it again, correct what has changed, and set the version.`,
    fixes: takesFields(fieldDocument(artifact))
      ? correct(artifact, project, wanted, [setFields(artifact, [['version', text]])])
      : [],
  };
}

/** Sets the version; an approval was for the other one, so the status goes back. */
function correct(artifact: Artifact, project: Project, wanted: string, changes: Fix['changes']): readonly Fix[] {
  const lowered = claimsAgreement(artifact, project) ? lowerStatus(artifact, project) : [];
  const title = `Set the version to ${wanted}${lowered.length > 0 ? ' and the status back' : ''}`;
  return offer(title, ...changes, ...lowered.flatMap(fix => fix.changes));
}

/** The wanted version with as many parts as were written, as far as they are compared. */
function written(old: string, wanted: string, precision: Precision): string {
  const parts = Math.max(old.replace(/^v/i, '').split('.').length, { major: 1, minor: 2, patch: 3 }[precision]);
  const short = parts < 3 && /^\d+\.\d+\.\d+$/.test(wanted) ? wanted.split('.').slice(0, parts).join('.') : wanted;
  return /^v/i.test(old) ? `${old.charAt(0)}${short}` : short;
}
