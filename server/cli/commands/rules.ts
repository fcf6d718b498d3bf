import { Command } from 'commander';
import { closest } from 'fastest-levenshtein';
import { rules as allRules } from '../../core/rules/index.ts';
import { type Context, type ExitStatus, exit, print, printJson, type Run, styleFor, UsageError } from '../context.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import type { RuleOutput, RulesOutput } from '../output/rules.ts';
import { ruleListText, ruleText } from '../text/rules.ts';

const known = (): RuleOutput[] =>
  allRules
    .map(({ id, severity, title, why, examples }) => ({ id, severity, title, why, examples }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

function oneRule(id: string): RuleOutput {
  const rules = known();
  const rule = rules.find(other => other.id === id);
  if (rule) return rule;
  throw unknownRule(id, rules);
}

function unknownRule(id: string, rules: readonly RuleOutput[]): UsageError {
  const near = closest(
    id,
    rules.map(rule => rule.id),
  );
  return new UsageError(`There is no rule "${id}". Did you mean "${near}"? "slipway rules" lists all.`);
}

/** Throws `UsageError` when no rule has this id. */
export function requireRule(id: string): void {
  oneRule(id);
}

/** `slipway rules`: the rules, or one of them in full. */
function rules(context: Context, id: string | undefined, options: CommonOptions): ExitStatus {
  const output: RulesOutput = { version: 1, rules: id === undefined ? known() : [oneRule(id)] };
  const style = styleFor(context, context.stdout, options.color);
  if (options.format === 'json') printJson(context, output);
  else if (options.quiet)
    print(
      context,
      output.rules.map(rule => rule.id),
    );
  else if (id === undefined) print(context, ruleListText(style, output.rules));
  else
    print(
      context,
      output.rules.flatMap(rule => ruleText(style, rule)),
    );
  return exit.fine;
}

/** The command `rules`. */
export function rulesCommand(run: Run): Command {
  const command = new Command('rules')
    .summary('list the rules, or explain one')
    .description('Lists the rules with their severity, or shows one in full: what holds, why, and examples.')
    .argument('[id]', 'the rule to show')
    .action((id: string | undefined, options: CommonOptions) => run(context => rules(context, id, options)));
  return withCommonOptions(command, 'print only the ids');
}
