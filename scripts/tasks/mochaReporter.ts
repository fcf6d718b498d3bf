import Mocha from 'mocha';

/**
 * A mocha reporter that shows progress on the terminal, a dot a test or (reporter option `list`) a line a test, and
 * writes the JSON report to the file that the reporter option `output` names.
 */
export default function mochaReporter(runner: Mocha.Runner, options: Mocha.MochaOptions): void {
  const { Dot, Spec, JSON: Json } = Mocha.reporters;
  new (options.reporterOptions.list ? Spec : Dot)(runner, options);
  new Json(runner, options);
}
