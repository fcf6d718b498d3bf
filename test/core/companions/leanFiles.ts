import type { Files } from '../../support/product.ts';

const head = (owner: string, more = '', by = 'Ana', role = 'product-manager'): string =>
  `---\nstatus: approved\nowner: ${owner}\nauthors: Mei\napprovals:\n  - { by: ${by}, role: ${role}, date: 2026-05-20 }\n${more}---\n\n`;

const brief = `${head('product-manager')}# Plotline

## Problem

Allotment holders keep their planting dates in notebooks, and lose a season when the notebook gets wet.

## Audience

- People with an allotment, who carry a phone and no laptop

## Proposal

A shared planting calendar that needs no account, so that neighbours can water for each other.

## Goals

- Neighbours water for each other while somebody is away (MET-2)

## Scope

- One calendar for each plot, shared by a link

## Out of scope

- Weather forecasts and shop links

## Customer needs

- **NEED-1**: Nine of twelve people we asked could not say when they had sown their beans.

## Features

- **REQ-1**: A holder can write down what was sown on which day.
  - Priority: must
  - Source: NEED-1

## How it works

One web page for each plot, kept on our own server; the link is the key.

## Risks

| Risk | Mitigation | Owner |
| --- | --- | --- |
| Links are passed on to strangers | A holder can make a new link at any time | Mei |

## Metrics

The two numbers are kept in the metrics record.

| Metric | Target | Source |
| --- | --- | --- |
| Plots with an entry in the last week | 50 % | page log |

## People

- Ana decides on the product, Mei on technology, Lena on shipping.
`;

const checklist = `${head('qa-tester', '', 'Tom', 'qa-tester')}# Test checklist

## Test cases

- **TST-1**: Write down beans for today and see them in the calendar.
  - Verifies: REQ-1
- **TST-2**: Write down an entry, open the same link on a second phone and see it there.
  - Verifies: REQ-1
- **TST-3**: Write down an entry for last week and see it in the right place.
  - Verifies: REQ-1

## Pass and stop criteria

- We ship when every line above worked on an old phone.
`;

const deploy = `${head('operations', 'version: 1.0.0\nreviewed: 2026-05-20\nrehearsed: 2026-05-20\n', 'Lena', 'operations')}# Deployment guide

## Steps

1. Copy the new build to the server.
2. Restart the service.

## Verification

1. Open a plot and write down an entry.
2. Look for errors in the log.

## Rollback

If more than one request in a hundred fails, Lena decides to go back.

1. Point the service at the build before.
2. Restart it; that takes two minutes and loses no entries.
`;

const guide = `${head('product-manager', 'version: 1.0.0\nreviewed: 2026-05-20\n')}# User guide

## About this product

Plotline keeps the planting dates of your allotment where your neighbours can see them.

## Getting started

1. Open the link of your plot.
2. Keep it as a bookmark.

## Using the product

Touch a day and write down what you sowed.

## Getting help

Write to help@plotline.example; somebody answers within a day.
`;

/** A small product with lifecycle `lean`: worth building is decided, and all that shipping asks for is approved. */
export const leanFiles: Files = {
  'lifecycle.yaml': 'lifecycle: 1\nextends: lean\nproduct: { name: Plotline, version: 1.0.0 }\n',
  'docs/product-brief.md': brief,
  'docs/test-checklist.md': checklist,
  'docs/deploy.md': deploy,
  'docs/user-guide.md': guide,
  'CHANGELOG.md':
    '# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2026-06-20\n\n### Added\n\n- A calendar for each plot.\n',
  'docs/records/stakeholders.yaml': `- { role: product-manager, phase: both, people: [{ name: Ana }] }
- { role: engineer, phase: both, people: [{ name: Mei }] }
- { role: qa-tester, phase: both, people: [{ name: Tom }] }
- { role: operations, phase: both, people: [{ name: Lena }] }
- { role: customer-support, phase: both, people: [{ name: Kofi }] }
`,
  'docs/records/metrics.yaml': `- id: MET-1
  title: Days between planned and actual milestone
  phase: development
  category: timeliness
  unit: days
  better: lower
  target: 5
  source: milestones record
  owner: Ana
- id: MET-2
  title: Plots with an entry in the last week
  phase: deployment
  category: adoption
  unit: '%'
  better: higher
  target: 50
  source: page log
  owner: Ana
`,
  'docs/records/gates.yaml':
    '- { gate: build-it, date: 2026-03-02, decision: go, by: [{ name: Ana, role: product-manager }] }\n',
};
