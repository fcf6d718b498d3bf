import type { Files } from '../../support/product.ts';

const holders: Readonly<Record<string, string>> = {
  'product-manager': 'Ana',
  'project-manager': 'Ana',
  designer: 'Tom',
  engineer: 'Mei',
  'qa-tester': 'Ravi',
  operations: 'Lena',
  'customer-support': 'Kofi',
  marketing: 'Piet',
  sales: 'Piet',
};

const metrics = [
  ['MET-1', 'development', 'quality'],
  ['MET-2', 'development', 'timeliness'],
  ['MET-3', 'deployment', 'adoption'],
  ['MET-4', 'deployment', 'customer-satisfaction'],
];

/** What the records of a product hold on which its first gate rests, and the one training that its support plan names. */
export const headlineRecords: Files = {
  'docs/records/stakeholders.yaml': Object.entries(holders)
    .map(([role, name]) => `- { role: ${role}, phase: both, people: [{ name: ${name} }] }\n`)
    .join(''),
  'docs/records/metrics.yaml': metrics
    .map(
      ([id, phase, category]) =>
        `- { id: ${id}, title: A number, phase: ${phase}, category: ${category}, unit: count, better: lower, target: 3, source: The tracker., owner: Ana }\n`,
    )
    .join(''),
  'docs/records/training.yaml':
    '- { id: TRN-1, title: First answers, phase: deployment, audience: [customer-support], topic: troubleshooting, version: 1.0.0, done: 2026-06-01, people: 1, status: done }\n',
};
