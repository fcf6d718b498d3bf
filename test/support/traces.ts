import type { Files } from './product.ts';

/** Paths of the documents that traces run through. */
export const at = {
  research: 'docs/development/market-research.md',
  brief: 'docs/development/product-brief.md',
  requirements: 'docs/development/requirements.md',
  design: 'docs/development/design/app.md',
  plan: 'docs/development/test-plan.md',
  report: 'docs/development/test-reports/1.0.0.md',
  manual: 'docs/deployment/user-manual.md',
  notes: 'docs/deployment/release-notes/1.0.0.md',
  changes: 'docs/records/changes.yaml',
  metrics: 'docs/records/metrics.yaml',
} as const;

/** A definition in which the version being made is 1.0.0; `more` are further lines. */
export const definition = (more = ''): Files => ({
  'lifecycle.yaml': `lifecycle: 1\nextends: standard\nproduct: { version: 1.0.0 }\n${more}`,
});

const page = (title: string, body: string, status = 'in-review', fields = ''): string =>
  `---\nstatus: ${status}\nowner: Ana\n${fields}---\n\n# ${title}\n\n${body}`;

/** A document whose body is given. */
export const document = (path: string, body: string, status = 'in-review', fields = ''): Files => ({
  [path]: page('Title', body, status, fields),
});

/** The requirements, each by its lines: the heading, then what is said of it. Marker lines may follow any of them. */
export const requirements = (...lines: readonly string[]): Files =>
  document(at.requirements, `## Functional requirements\n\n${lines.join('\n')}\n`);

/** A test plan with these rows below `Test | Verifies | Method`. */
export const plan = (rows: readonly string[], status = 'in-review'): Files =>
  document(at.plan, `## Test cases\n\n| Test | Verifies | Method |\n| --- | --- | --- |\n${rows.join('\n')}\n`, status);

/** A test report on 1.0.0 with these rows below `Test | Result`. */
export const report = (rows: readonly string[], known = 'None known.', status = 'in-review'): Files =>
  document(
    at.report,
    `## Results\n\n| Test | Result |\n| --- | --- |\n${rows.join('\n')}\n\n## Failures and known issues\n\n${known}\n`,
    status,
    'version: 1.0.0\n',
  );
