import { draftEntry } from '../fixes/draftEntry.ts';
import { type Baseline, baselines } from '../project/baseline.ts';
import type { Project } from '../project/model.ts';
import { changeKinds } from '../project/traces/consequences.ts';
import { isForLater } from '../project/traces/coverage.ts';
import { tracesOf } from '../project/traces/links.ts';
import type { Item } from '../project/traces/model.ts';
import { gateName } from '../project/wording.ts';
import { textOf } from '../project/yamlValue.ts';
import { defineRule, type Fix, type Report } from './rule.ts';

export default defineRule({
  id: 'scope-creep',
  scope: 'project',
  severity: 'warning',
  title: 'What is added after the scope was agreed goes through a change.',
  why: 'A requirement that slips in after the gate was planned, costed and tested by nobody. A change puts it in the open, with a reason and a name.',
  examples: {
    bad: {
      'docs/records/gates.yaml':
        '- { gate: concept, date: 2026-02-12, decision: go, by: [{ name: Sara, role: sponsor }], baseline: { ids: [REQ-1] } }\n',
      'docs/development/requirements.md':
        '---\nstatus: draft\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-1: Steps\n\n### REQ-2: Payment\n',
    },
    good: {
      'docs/records/gates.yaml':
        '- { gate: concept, date: 2026-02-12, decision: go, by: [{ name: Sara, role: sponsor }], baseline: { ids: [REQ-1] } }\n',
      'docs/records/changes.yaml':
        '- { id: CHG-1, title: Add payment, phase: development, kind: scope, reason: Sales asked, affects: [REQ-2], status: proposed, date: 2026-06-01 }\n',
      'docs/development/requirements.md':
        '---\nstatus: draft\nowner: product-manager\n---\n\n# Requirements\n\n## Functional requirements\n\n### REQ-1: Steps\n\n### REQ-2: Payment\n',
    },
  },

  *check(project) {
    const baseline = baselines(project).findLast(({ ids }) => ids.size > 0);
    if (!baseline) return;
    const agreed = baselines(project).map(({ ids }) => ids);
    const kinds = frozenKinds(baseline, project);
    const changed = namedByChanges(project);
    for (const item of tracesOf(project).items.values())
      if (
        kinds.has(item.kind) &&
        !item.retired &&
        !isProposal(item) &&
        !isForLater(item, project) &&
        !agreed.some(ids => ids.has(item.id)) &&
        !changed.has(item.id)
      )
        yield report(item, baseline, project);
  },
});

/** The kinds of item that the baseline holds: those whose scope the gate agreed. */
const frozenKinds = ({ ids }: Baseline, project: Project): ReadonlySet<string> =>
  new Set([...ids].flatMap(id => tracesOf(project).items.get(id)?.kind ?? []));

/** A proposal is in nobody's scope yet. */
const isProposal = (item: Item): boolean => textOf(item.get('status')) === 'proposed';

/** The items that a change leads to, by any link. */
function namedByChanges(project: Project): ReadonlySet<string> {
  const { links, items } = tracesOf(project);
  const changes = changeKinds(project.lifecycle);
  return new Set(
    links.flatMap(({ from, to }) =>
      from.kind === 'item' && to.kind === 'item' && changes.has(from.item) && items.get(from.id)?.retired === false
        ? [to.id]
        : [],
    ),
  );
}

function report(item: Item, baseline: Baseline, project: Project): Report {
  return {
    ...item.place,
    subject: item.id,
    gate: baseline.gate,
    phase: item.artifact?.definition.phase ?? project.lifecycle.gates[baseline.gate]?.phase,
    message: `${item.id} was not agreed at ${gateName(project, baseline.gate)}, and no change names it. Record the change that brought it in, or set it to proposed.`,
    fixes: recordChange(item, project),
  };
}

function recordChange(item: Item, project: Project): readonly Fix[] {
  const kinds = changeKinds(project.lifecycle);
  const kind = Object.entries(project.lifecycle.records).find(([, { declares }]) =>
    declares.some(id => kinds.has(id)),
  )?.[0];
  const given = { kind: 'scope', affects: item.id, status: 'proposed' };
  const change = kind === undefined ? undefined : draftEntry(project, kind, given, ['reason']);
  return change ? [{ title: `Record a change that adds ${item.id}`, safe: false, changes: [change] }] : [];
}
