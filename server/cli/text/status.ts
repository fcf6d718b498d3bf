import type {
  ArtifactOutput,
  CriterionOutput,
  GateOutput,
  PhaseOutput,
  ProductStatusOutput,
  StageOutput,
} from '../output/status.ts';
import { flow, hang, pad, printable, type Style, widthOf } from '../style.ts';
import { artifactMark, criterionMark, gateMark, inGateColor, inPhaseColor } from './statusMarks.ts';
import { counted, placeText, severityMark, spaced } from './words.ts';

interface Layout {
  readonly style: Style;
  readonly status: ProductStatusOutput;
  /** Columns of the stage and gate names, and of their states. */
  readonly names: number;
  readonly states: number;
}

const tally = ({ done, all }: GateOutput['must']): string => `${done} of ${all} criteria met`;

function headerLines({ style, status }: Layout): string[] {
  const name = [status.product ?? 'Product without a name', status.productVersion].filter(part => part !== undefined);
  const details = `lifecycle ${status.lifecycle}, as of ${status.asOf}`;
  return [`${style.colors.bold(printable(name.join(' ')))}  ${style.colors.dim(printable(details))}`, ''];
}

function headlineLines({ style, status }: Layout): string[] {
  const { headline } = status;
  if (!headline) return [];
  const where = headline.place ? `  ${placeText(headline.place)}` : '';
  return [
    ...hang(style, `${severityMark(style, headline.severity)}  `, style.colors.bold(printable(headline.title))),
    ...hang(style, '  ', `${printable(headline.detail)}${style.colors.dim(printable(where))}`),
    '',
  ];
}

const settledStates: readonly ArtifactOutput['state'][] = ['approved', 'released', 'later'];

/** `● Market research`, with the state in words where the sign does not say "ready". */
function artifactText(style: Style, { state, title, need, documents }: ArtifactOutput): string {
  const words = [
    ...(settledStates.includes(state) ? [] : [spaced(state)]),
    ...(need === 'required' ? [] : [need]),
    ...(documents.length > 1 ? [counted(documents.length, 'document')] : []),
    ...(documents.some(({ overdue }) => overdue) ? ['review overdue'] : []),
  ];
  const said = words.length > 0 ? ` ${style.colors.dim(`(${words.join(', ')})`)}` : '';
  return `${artifactMark(style, state)} ${printable(title)}${said}`;
}

function gateLine({ style, names, states }: Layout, gate: GateOutput): string {
  const state = inGateColor(style, gate.state, pad(spaced(gate.state), states));
  return `  ${gateMark(style, gate.state)} ${pad(printable(gate.title), names)}  ${state}  ${style.colors.dim(tally(gate.must))}`;
}

function stageLines(layout: Layout, stage: StageOutput): string[] {
  const { style, status, names, states } = layout;
  const state = inPhaseColor(style, stage.state, pad(spaced(stage.state), states));
  const start = `    ${pad(printable(stage.title), names)}  ${state}  `;
  const documents = stage.artifacts.map(artifact => artifactText(style, artifact));
  const gates = status.gates.filter(({ id }) => stage.gates.includes(id));
  return [...flow(style, start, documents), ...gates.map(gate => gateLine(layout, gate))];
}

function phaseLines(layout: Layout, phase: PhaseOutput): string[] {
  const { style, status } = layout;
  const { artifacts, criteria, gates } = phase;
  const placed = new Set(phase.stages.flatMap(stage => stage.gates));
  const others = status.gates.filter(gate => gate.phase === phase.id && !placed.has(gate.id));
  const facts = [
    `${artifacts.done} of ${counted(artifacts.all, 'document')} ready`,
    tally(criteria),
    `${gates.done} of ${counted(gates.all, 'gate')} passed${gates.regressed > 0 ? `, ${gates.regressed} regressed` : ''}`,
  ];
  return [
    `${style.colors.bold(printable(phase.title))}  ${inPhaseColor(style, phase.state, spaced(phase.state))}`,
    ...hang(style, '  ', facts.join('; ')),
    ...phase.stages.flatMap(stage => stageLines(layout, stage)),
    ...others.map(gate => gateLine(layout, gate)),
    '',
  ];
}

function criterionLines({ style }: Layout, criterion: CriterionOutput): string[] {
  const { colors } = style;
  const remark = criterion.level === 'should' ? colors.dim(' (should)') : '';
  const where = criterion.place ? placeText(criterion.place) : undefined;
  const why = [...(criterion.reason ? [criterion.reason] : []), ...(where ? [where] : [])].join('  ');
  return [
    ...hang(style, `  ${criterionMark(style, criterion.state)} `, `${printable(criterion.say)}${remark}`),
    ...(why === '' || criterion.state !== 'unmet' ? [] : hang(style, '    ', colors.dim(printable(why)))),
  ];
}

function nextGateLines(layout: Layout): string[] {
  const { style, status } = layout;
  const gate = status.gates.find(({ id }) => id === status.next);
  if (!gate) return status.gates.length === 0 ? [] : ['Every gate is passed.'];
  const open = gate.criteria.filter(({ state }) => state !== 'met');
  const sorted = [...open].sort((a, b) => Number(b.level === 'must') - Number(a.level === 'must'));
  return [
    `${style.colors.bold(`Next gate: ${printable(gate.title)}`)}  ${inGateColor(style, gate.state, spaced(gate.state))}  ${style.colors.dim(tally(gate.must))}`,
    ...(gate.question ? hang(style, '  ', style.colors.italic(printable(gate.question))) : []),
    ...sorted.flatMap(criterion => criterionLines(layout, criterion)),
    ...(open.length === 0 ? ['  Every criterion is met: record the decision.'] : []),
  ];
}

function countsLines({ style, status: { counts } }: Layout): string[] {
  const { colors } = style;
  if (counts.error + counts.warning + counts.info === 0) return [`${colors.green('✔')} No findings.`];
  const parts = [counted(counts.error, 'error'), counted(counts.warning, 'warning'), counted(counts.info, 'info')];
  return hang(style, '', `${parts.join(', ')}: ${colors.cyan('slipway check')} lists them.`);
}

/** The status of one product as people read it: its phases as a line of stages and gates, then what comes next. */
export function statusText(style: Style, status: ProductStatusOutput): string[] {
  const stages = status.phases.flatMap(phase => phase.stages);
  const layout: Layout = {
    style,
    status,
    names: widthOf([...stages, ...status.gates].map(({ title }) => printable(title))),
    states: widthOf([...stages, ...status.gates].map(({ state }) => spaced(state))),
  };
  return [
    ...headerLines(layout),
    ...headlineLines(layout),
    ...status.phases.flatMap(phase => phaseLines(layout, phase)),
    ...nextGateLines(layout),
    '',
    ...countsLines(layout),
  ];
}
