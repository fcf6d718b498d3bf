import type { RuleOutput } from '../output/rules.ts';
import { hang, pad, type Style, widthOf } from '../style.ts';
import { severityMark } from './words.ts';

/** One line a rule. */
export function ruleListText(style: Style, rules: readonly RuleOutput[]): string[] {
  const width = widthOf(rules.map(({ id }) => id));
  return [
    ...rules.flatMap(({ id, severity, title }) =>
      hang(style, `${style.colors.bold(pad(id, width))}  ${severityMark(style, severity)}  `, title),
    ),
    '',
    'The severity may differ by the status of a document and the distance to a gate.',
    `${style.colors.cyan('slipway rules ID')} shows a rule in full.`,
  ];
}

function exampleLines({ colors }: Style, title: string, files: RuleOutput['examples']['bad']): string[] {
  const blocks = Object.entries(files).flatMap(([path, text]) => [
    `  ${colors.dim(path)}`,
    ...text
      .trimEnd()
      .split('\n')
      .map(line => `    ${line}`.trimEnd()),
  ]);
  return ['', colors.bold(title), ...blocks];
}

/** A rule in full. */
export function ruleText(style: Style, { id, severity, title, why, examples }: RuleOutput): string[] {
  return [
    `${style.colors.bold(id)}  ${severityMark(style, severity)}`,
    '',
    ...hang(style, '', title),
    '',
    ...why.split('\n').flatMap(line => hang(style, '', line)),
    ...exampleLines(style, 'Reported', examples.bad),
    ...exampleLines(style, 'Fine', examples.good),
  ];
}
