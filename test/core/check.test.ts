import assert from 'node:assert/strict';
import { checkProject, startCheck } from '../../server/core/check.ts';
import type { Project } from '../../server/core/project/model.ts';
import { statusOf } from '../../server/core/status/status.ts';
import { type Files, findingsIn, projectOf } from '../support/product.ts';
import { assertLinear, counting } from './project/counting.ts';

const draft = '---\nstatus: draft\nowner: Ana\n---\n\n';

describe('a check', () => {
  const files: Files = {
    'docs/development/ux-design.md': '---\nstatus: Done\n---\n\n# UX\n\nTODO and [x](y.md)\n',
    'docs/development/requirements.md': `${draft}# Requirements\n\n### REQ-1: a\n\n### REQ-1: b\n`,
    'docs/records/risks.yaml': '- id: "RISK-1\n',
    'notes.md': 'TODO\n',
  };

  it('knows every file that may carry findings, and gives those of each', () => {
    const check = startCheck(projectOf(files));
    assert.deepEqual(check.paths, [
      'docs/development/requirements.md',
      'docs/development/ux-design.md',
      'docs/records/risks.yaml',
      'lifecycle.yaml',
    ]);
    for (const path of check.paths) for (const finding of check.findingsOf(path)) assert.equal(finding.path, path);
    assert.deepEqual(check.findingsOf('notes.md'), []);
  });

  it('gives findings by path, place and rule', () => {
    const found = checkProject(projectOf(files));
    const keys = found.map(({ path, span, rule }) => [path, span.start, span.end, rule] as const);
    assert.ok(new Set(keys.map(([path]) => path)).size >= 3);
    for (const [index, [path, start, end, rule]] of keys.entries()) {
      const before = keys[index - 1];
      if (before?.[0] !== path) continue;
      assert.ok(
        before[1] < start || (before[1] === start && (before[2] < end || (before[2] === end && before[3] <= rule))),
      );
    }
  });

  it('says the same with every call', () => {
    assert.deepEqual(findingsIn(files), findingsIn(files));
  });

  it('says once what holds for a file in each of its types', () => {
    const text = '---\ntype: [requirements, technical-specification]\nstatus: Done\n---\n\n# X\n\nTODO and [x](y.md)\n';
    const found = findingsIn({ 'x.md': text }).filter(({ path }) => path === 'x.md');
    const keys = found.map(({ rule, span, subject }) => `${rule} ${span.start}-${span.end} ${subject}`);
    assert.deepEqual([...new Set(keys)], keys);
    assert.ok(found.some(({ rule }) => rule === 'placeholder-left'));
    assert.ok(found.some(({ rule }) => rule === 'front-matter-field'));
  });

  it('keeps what differs between the types of a file', () => {
    const text = '---\ntype: [requirements, test-plan]\nstatus: in-review\nowner: Ana\n---\n\n# X\n\n';
    const missing = (file: string): readonly string[] =>
      findingsIn({ 'x.md': file }, 'section-missing').map(({ artifact, subject }) => `${artifact} ${subject}`);
    const words = `## Scope\n\n${'word '.repeat(40)}\n`;
    const found = missing(text + words);
    assert.ok(found.some(line => line.startsWith('requirements')) && found.some(line => line.startsWith('test-plan')));
  });

  it('turns a rule that throws into a finding and goes on', () => {
    const project = projectOf(files);
    const broken: Project = {
      ...project,
      exists: () => {
        throw new Error('no disk');
      },
    };
    const found = checkProject(broken).filter(({ path }) => path === 'docs/development/ux-design.md');
    const failed = found.find(({ rule }) => rule === 'link-broken');
    assert.equal(failed?.severity, 'info');
    assert.match(failed.message, /no disk/);
    assert.ok(found.some(({ rule }) => rule === 'placeholder-left'));
  });
});

describe('a product of many files', () => {
  it('is checked without looking at all files for each', () => {
    const looks = (count: number): number => {
      const many: Record<string, string> = {};
      for (let index = 0; index < count; index += 1)
        many[`docs/development/design/d${index}.md`] =
          `---\ntype: [design-document, ux-design]\nstatus: Done\n---\n\n# D\n\nTODO, REQ-${index}, [x](y.md)\n\n### DES-${index}: x\n`;
      const project = projectOf({
        'lifecycle.yaml':
          'lifecycle: 1\nextends: standard\nrules: { placeholder-left: { severity: error, when: { type: ux-design } } }\n',
        ...many,
      });
      const counter = { count: 0 };
      const counted: Project = {
        ...project,
        artifacts: counting(project.artifacts, counter),
        items: { ...project.items, references: counting(project.items.references, counter) },
      };
      const found = checkProject(counted);
      assert.ok(found.length >= count * 3);
      statusOf(counted, found);
      return counter.count;
    };
    assertLinear(looks, 40);
  });
});
