import type { Report } from '../../rules/rule.ts';
import { artifactsAt } from '../lookup.ts';
import type { Project } from '../model.ts';
import { gateInText, inText, listed, quoted } from '../wording.ts';
import { isId } from './nearestItems.ts';
import type { TraceGap } from './traceGaps.ts';

/** A thing that lacks a link as a sentence begins with it: `Requirement REQ-7 “Sync”`, `“Be worn, not owned”`. */
function gapName({ found: { item, name } }: TraceGap, { lifecycle }: Project): string {
  if (!item) return quoted(name);
  const kind = lifecycle.items[item.kind]?.title ?? 'Item';
  return item.title === undefined || isId(item.title)
    ? `${kind} ${item.id}`
    : `${kind} ${item.id} ${quoted(item.title)}`;
}

/**
 * What is wrong, in one sentence with the gate that asks for it: `lack` goes on behind the name where the coverage rule
 * looks for the usual link; any other link is named as the lifecycle calls it. `advice` says what to do.
 */
function gapMessage(
  gap: TraceGap,
  project: Project,
  { link, lack, advice }: { readonly link: string; readonly lack: string; readonly advice: string },
): string {
  const { coverage, gate, severity } = gap;
  const isUsual = coverage.link === link;
  const asks = severity === 'info' ? 'asks for one' : 'needs one';
  const said = isUsual ? lack : unlinked(gap, project);
  const todo = isUsual ? advice : (sentence(coverage.say) ?? 'Add the link, or what it should lead to.');
  return `${gapName(gap, project)} ${said}: ${gateInText(project, gate)} ${asks}. ${todo}`;
}

/** `has no link “satisfied by” to a design element or specification item`. */
function unlinked({ coverage: { link, to } }: TraceGap, { lifecycle }: Project): string {
  if (link === undefined) return 'is mentioned nowhere';
  const names = listed(
    [link].flat().map(name => `“${name.replace(/-/g, ' ')}”`),
    'or',
  );
  const ends = to.map(end => {
    const [, type, section] = /^section:([^/]+)(?:\/(.+))?$/.exec(end) ?? [];
    const artifact = type === undefined ? undefined : lifecycle.artifacts[type];
    if (artifact && section !== undefined)
      return `“${artifact.sections[section]?.heading ?? section}” in the ${inText(artifact.title)}`;
    if (artifact) return `the ${inText(artifact.title)}`;
    return end === 'external' ? 'something kept elsewhere' : `a ${inText(lifecycle.items[end]?.title ?? end)}`;
  });
  return `has no link ${names}${ends.length > 0 ? ` to ${listed(ends, 'or')}` : ''}`;
}

const sentence = (say: string | undefined): string | undefined =>
  say === undefined ? undefined : `${say.replace(/[.\s]+$/, '')}.`;

/** What a rule says about a gap, but for its fixes. */
export const gapReport = (
  gap: TraceGap,
  project: Project,
  words: { readonly link: string; readonly lack: string; readonly advice: string },
): Omit<Report, 'fixes'> => ({
  ...gap.found.place,
  subject: gap.found.name,
  artifact: artifactsAt(project, gap.found.place.path)[0]?.type,
  gate: gap.gate,
  phase: gap.phase,
  severity: gap.severity,
  message: gapMessage(gap, project, words),
});
