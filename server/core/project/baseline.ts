import type { YamlMap } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { localPath, workspacePath } from './build.ts';
import { fingerprint } from './fingerprint.ts';
import { gateEntries, passes } from './gates.ts';
import type { Project } from './model.ts';
import { tracesOf } from './traces/links.ts';
import { entry, itemsOf, textOf } from './yamlValue.ts';

/** What was agreed at a gate: written with the decision, so that later checks need no history of files. */
export interface Baseline {
  readonly gate: string;
  /** The items that existed. */
  readonly ids: ReadonlySet<string>;
  /** The fingerprint of each document's body, by path relative to the product. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

/** The baselines of the passed gates, in the order of the gates. A gate that was passed without one has none. */
export const baselines = memoize((project: Project): readonly Baseline[] =>
  project.gates.order
    .filter(gate => passes(project.gates.decisions.get(gate)))
    .flatMap(gate => baselineOf(project, gate) ?? []),
);

function baselineOf(project: Project, gate: string): Baseline | undefined {
  const place = project.gates.decisions.get(gate)?.place;
  const record = gateEntries(project, gate).find(
    ({ path, span }) => place?.path === path && span.start <= place.span.start && place.span.end <= span.end,
  );
  const written = entry(record?.map, 'baseline');
  return written?.kind === 'map' ? readBaseline(gate, written) : undefined;
}

function readBaseline(gate: string, written: YamlMap): Baseline {
  const prints = entry(written, 'fingerprints');
  return {
    gate,
    ids: new Set(itemsOf(entry(written, 'ids')).flatMap(node => textOf(node) ?? [])),
    fingerprints: new Map(
      (prints?.kind === 'map' ? prints.entries : []).flatMap(({ key, value }) => {
        const print = textOf(value);
        return print === undefined ? [] : [[key, print] as const];
      }),
    ),
  };
}

/** What differs from the baseline of a gate, each in a few words: documents that were edited or are gone. */
export function baselineChanges(project: Project, gate: string): readonly string[] {
  const baseline = baselines(project).find(other => other.gate === gate);
  return [...(baseline?.fingerprints ?? [])].flatMap(([path, print]) => {
    const document = project.documents.get(workspacePath(project.root, path));
    if (!document) return [`${path} is gone`];
    return fingerprint(document) === print ? [] : [`${path} was edited`];
  });
}

/**
 * What would be agreed at a gate today: every item that documents declare and nobody dropped, and the documents that the
 * gate's criteria rest on.
 */
export function baselineNow(project: Project, gate: string): Baseline {
  const types = restsOn(project, gate);
  const items = [...tracesOf(project).items.values()].filter(({ record, retired }) => !record && !retired);
  return {
    gate,
    ids: new Set(items.map(({ id }) => id)),
    fingerprints: new Map(
      project.artifacts
        .filter(({ type, document }) => types.has(type) && document.kind === 'markdown')
        .map(({ path, document }) => [localPath(project.root, path), fingerprint(document)]),
    ),
  };
}

/** The artifact types that the criteria of a gate name. */
function restsOn({ lifecycle }: Project, gate: string): ReadonlySet<string> {
  const definition = lifecycle.gates[gate];
  const criteria = [...Object.values(definition?.entry ?? {}), ...Object.values(definition?.exit ?? {})];
  return new Set(
    criteria.flatMap(criterion =>
      criterion.check === 'artifact' ? criterion.type : criterion.check === 'approval' ? criterion.of : [],
    ),
  );
}
