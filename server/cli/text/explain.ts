import type { ExplainedType, ExplainOutput, OriginOutput } from '../output/explain.ts';
import { hang, pad, printable, type Style, widthOf } from '../style.ts';
import { findingBlock } from './findings.ts';
import { counted, spaced } from './words.ts';

const originText = ({ file, line, builtIn }: OriginOutput): string => `${file}:${line}${builtIn ? ' (built in)' : ''}`;

interface Row {
  readonly mark: string;
  readonly name: string;
  readonly said: string;
  readonly origin: OriginOutput | undefined;
}

function rowLines(style: Style, title: string, rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const names = widthOf(rows.map(({ name }) => name));
  const said = Math.min(48, widthOf(rows.map(row => row.said)));
  const lines = rows.map(row => {
    const origin = row.origin ? style.colors.dim(originText(row.origin)) : '';
    return `    ${row.mark} ${pad(row.name, names)}  ${pad(row.said, said)}  ${origin}`.trimEnd();
  });
  return [`  ${style.colors.bold(title)}`, ...lines];
}

function sectionRows({ colors }: Style, { sections }: ExplainedType): Row[] {
  return sections.map(({ heading, need, state, found, origin }) => {
    const where = found ? `, line ${found.line}${found.heading === heading ? '' : ` as "${found.heading}"`}` : '';
    const open = need === 'required' && state !== 'written';
    const mark = state === 'written' ? colors.green('✔') : open ? colors.red('✖') : colors.dim('·');
    return { mark, name: printable(heading), said: printable(`${need}, ${state}${where}`), origin };
  });
}

const longestValue = 32;
const cut = (text: string): string => (text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text);

function fieldRows({ colors }: Style, { fields }: ExplainedType): Row[] {
  const telling = fields.filter(({ required, value }) => required || value !== undefined);
  return telling.map(({ name, required, value, origin }) => {
    const mark = value !== undefined ? colors.green('✔') : colors.red('✖');
    const said = value === undefined ? 'required, not said' : `${required ? 'required' : 'optional'}: ${cut(value)}`;
    return { mark, name, said: printable(said), origin };
  });
}

function stateText({ state }: ExplainedType): string {
  const words = [
    `${spaced(state.status)}${state.declared ? '' : ' (nothing is said)'}`,
    ...(state.stale ? ['changed since it was approved'] : []),
    ...(state.overdue ? ['review overdue'] : []),
    ...(state.waived ? ['declared not applicable'] : []),
  ];
  return words.join(', ');
}

const distances = { passed: 'passed', next: 'the next one', 'after-next': 'the one after the next', later: 'later' };

function gateText({ gate, need }: ExplainedType): string {
  if (!gate) return `${need}, by no gate`;
  return `${need} for ${gate.title} (${distances[gate.distance]})`;
}

/** What one type asks, in full. */
function typeLines(style: Style, type: ExplainedType): string[] {
  const captures = Object.entries(type.captures).map(([name, value]) => `${name} = ${value}`);
  const facts: [string, string][] = [
    ['why', type.why],
    ...(captures.length > 0 ? ([['parts', captures.join(', ')]] as [string, string][]) : []),
    ['place', `phase ${type.phase}${type.stage === undefined ? '' : `, stage ${type.stage}`}`],
    ['state', stateText(type)],
    ['needed', gateText(type)],
    ...(type.origin ? ([['asked by', originText(type.origin)]] as [string, string][]) : []),
  ];
  const width = widthOf(facts.map(([name]) => name));
  return [
    '',
    `${style.colors.bold(printable(type.title))} ${style.colors.dim(`(${type.type})`)}`,
    ...facts.flatMap(([name, text]) => hang(style, `  ${style.colors.dim(pad(name, width))}  `, printable(text))),
    ...rowLines(style, 'Sections', sectionRows(style, type)),
    ...rowLines(style, 'Fields', fieldRows(style, type)),
  ];
}

/** What the file is, beside its types; one sentence each. */
function otherRoles({ types, record, unchecked, ambiguous, overruled, path, definition }: ExplainOutput): string[] {
  const lines = [
    ...(unchecked === undefined ? [] : [`Not checked. ${unchecked}`]),
    ...overruled.map(({ title, by }) => `It would be the ${title.toLowerCase()}, but ${by} is that already.`),
    ...(record
      ? [`Record "${record.title}" (${record.kind}) with ${counted(record.entries, 'entry', 'entries')}.`]
      : []),
    ...(ambiguous.length > 0
      ? [`It fits several types equally well (${ambiguous.join(', ')}), so none is taken.`]
      : []),
    ...(path === definition ? ['The lifecycle definition of its product.'] : []),
  ];
  if (lines.length > 0 || types.length > 0) return lines;
  return ['No artifact type fits. If it should be one, say which with "type:" in its front matter.'];
}

function candidateLines({ colors }: Style, { candidates, acceptAt, types }: ExplainOutput): string[] {
  if (candidates.length === 0 || types.some(({ by }) => by !== 'evidence')) return [];
  const scores = candidates.map(({ type, score }) => `${type} ${score}`).join(', ');
  return [colors.dim(`Evidence: ${scores}${acceptAt === undefined ? '' : `; ${acceptAt} are enough`}.`)];
}

/** What Slipway knows about a file, as people read it. `brief` stops after what it is recognised as. */
export function explainText(style: Style, output: ExplainOutput, brief: boolean): string[] {
  const { colors } = style;
  const { types, record, findings, definition } = output;
  const roles = otherRoles(output).flatMap(line => hang(style, '', printable(line)));
  if (brief) return [...types.map(({ title, type, why }) => printable(`${title} (${type}): ${why}.`)), ...roles];
  const shown = findingBlock(style, findings);
  return [
    colors.underline(printable(output.path)),
    ...(definition === undefined ? [] : [colors.dim(`Governed by ${printable(definition)}.`)]),
    ...roles,
    ...candidateLines(style, output),
    ...(record?.origin ? [colors.dim(`Asked by ${originText(record.origin)}.`)] : []),
    ...types.flatMap(type => typeLines(style, type)),
    ...(shown.length > 0
      ? ['', colors.bold('Findings'), ...shown]
      : output.unchecked === undefined
        ? ['', 'No findings.']
        : []),
  ];
}
