import { declareItems, homeOf, newItemId } from '../fixes/declareItem.ts';
import { merged, nameOf } from '../fixes/traceFixes.ts';
import type { Project } from '../project/model.ts';
import { gapReport } from '../project/traces/gapWords.ts';
import { nearestItems, tellingWords } from '../project/traces/nearestItems.ts';
import { type TraceGap, traceGaps } from '../project/traces/traceGaps.ts';
import { inText, quoted } from '../project/wording.ts';
import { at } from '../text/span.ts';
import { type Change, defineRule, type Fix } from './rule.ts';

const metrics =
  '- id: MET-4\n  title: Buyers who wear the watch on the thirtieth day\n  phase: deployment\n  category: adoption\n  unit: "%"\n  better: higher\n  target: 70\n  source: Counters of the sync service\n  owner: Ana\n';

const brief = (second: string): string =>
  `---\nstatus: in-review\nowner: product-manager\n---\n\n# Product brief\n\n## Goals\n\n- Be worn, not owned (MET-4).\n${second}`;

export default defineRule({
  id: 'goal-unmeasured',
  scope: 'project',
  severity: 'info',
  title: 'Every goal has a metric.',
  why: 'A goal without a number is reached or missed by opinion. Name the metric behind the goal, such as `(MET-4)`, or take the goal out. As long as there is no metrics record, only that is reported.',
  examples: {
    bad: {
      'docs/records/metrics.yaml': metrics,
      'docs/development/product-brief.md': brief('- Become people’s first choice.\n'),
    },
    good: { 'docs/records/metrics.yaml': metrics, 'docs/development/product-brief.md': brief('') },
  },

  *check(project) {
    for (const gap of traceGaps(project, 'goal-unmeasured'))
      yield {
        ...gapReport(gap, project, {
          link: 'measured-by',
          lack: 'has no metric',
          advice: 'Name the metric that will show whether it is reached.',
        }),
        fixes: [...newMetrics(gap, project), ...knownMetrics(gap, project)],
      };
  },
});

/** The metrics whose words are nearest. */
const knownMetrics = (gap: TraceGap, project: Project): readonly Fix[] =>
  nearestItems(project, gap.coverage.to, gap.found.name).flatMap((metric): Fix[] => {
    const change = naming(gap, project, metric.id);
    return change ? [{ title: `Link ${nameOf(metric)}`, safe: false, changes: [change] }] : [];
  });

/** Prepares a metric: from the starters nearest to the goal, and a blank one. Its target and source wait for a person. */
function newMetrics(gap: TraceGap, project: Project): readonly Fix[] {
  const kind = gap.coverage.to.find(end => homeOf(project, end) !== undefined);
  const named = kind === undefined ? undefined : newItemId(project, kind);
  if (kind === undefined || named === undefined) return [];
  const noun = inText(project.lifecycle.items[kind]?.title ?? kind);
  return [{}, ...nearestStarters(gap, project, kind)].flatMap((starter: Readonly<Record<string, string>>): Fix[] => {
    const { family: _, ...given } = starter;
    const declared = declareItems(project, [{ id: named, kind, given }]);
    const said = naming(gap, project, named);
    if (!declared || !said) return [];
    const like = given.title === undefined ? '' : ` ${quoted(given.title)}`;
    const title = `Add ${noun} ${named}${like} in ${homeOf(project, kind)}`;
    return [{ title, safe: false, changes: merged([declared, said]) }];
  });
}

function nearestStarters(
  { found }: TraceGap,
  { lifecycle }: Project,
  kind: string,
): readonly Readonly<Record<string, string>>[] {
  const wanted = tellingWords(found.name);
  return Object.values(lifecycle.records)
    .filter(({ declares }) => declares.includes(kind))
    .flatMap(({ starters }) => starters)
    .map(starter => ({
      starter,
      shared: [...tellingWords(Object.values(starter).join(' '))].filter(word => wanted.has(word)),
    }))
    .filter(({ shared }) => shared.length > 0)
    .sort((a, b) => b.shared.length - a.shared.length)
    .slice(0, 2)
    .map(({ starter }) => starter);
}

/** Names an id behind the words of a goal, before the full stop. */
function naming({ found: { place } }: TraceGap, project: Project, id: string): Change | undefined {
  const text = project.documents.get(place.path)?.text.slice(place.span.start, place.span.end);
  if (text === undefined) return undefined;
  const length = text.replace(/[\s.;]+$/, '').length;
  return { kind: 'edit', path: place.path, edits: [{ span: at(place.span.start + length), text: ` (${id})` }] };
}
