import assert from 'node:assert/strict';
import { checkProject } from '../../../server/core/check.ts';
import { artifactsAt } from '../../../server/core/project/lookup.ts';
import { partPath } from '../../../server/core/project/partPath.ts';
import { assertFix } from '../../support/marked.ts';
import { type Files, findingsIn, projectOf } from '../../support/product.ts';
import { artifactAt, recognised } from './support.ts';

const definition = (artifacts: string): Files => ({
  'lifecycle.yaml': `lifecycle: 1
statuses: { draft: {}, agreed: { agreed: true }, dropped: { ordered: false } }
phases: { work: { title: Work } }
fields: { status: { type: status } }
artifacts:
${artifacts.replace(/^\n/, '')}`,
});

const said = (files: Files): readonly string[] =>
  findingsIn(files).map(({ rule, path, subject }) => `${rule} ${path} ${subject}`);

describe('a sidecar', () => {
  const own = definition(`
  proposal:
    title: Proposal
    phase: work
    path: "proposals/{number}-{slug}/README.md"
    sidecar: facts.yaml
    fields:
      number: { type: integer, equals: "{number}", required: true }
      owner: { required: true, aliases: [champion] }
    sections: { why: { heading: Why, required: { owner: Ana } } }
`);
  const readme = 'proposals/07-x/README.md';
  const facts = 'proposals/07-x/facts.yaml';
  const words = 'word '.repeat(40);
  const text = `# X\n\n## Other\n\n${words}\n`;

  it('holds the fields of its document and is no document itself', () => {
    const project = projectOf({ ...own, [readme]: text, [facts]: 'status: agreed\nchampion: Ana\nnumber: 7\n' });
    assert.deepEqual(recognised(project), [`${readme}: proposal by path`]);
    const { state, fields } = artifactAt(project, readme);
    assert.equal(state.status, 'agreed');
    assert.equal(fields.get('owner')?.written, 'champion');
    assert.deepEqual(
      artifactsAt(project, facts).map(({ path }) => path),
      [readme],
    );
  });

  it('stays no document when it names a type', () => {
    const files = { ...own, [readme]: text, [facts]: 'type: proposal\nowner: Ana\nnumber: 7\n' };
    assert.deepEqual(recognised(projectOf(files)), [`${readme}: proposal by path`]);
  });

  it('is seen by conditions, and its mistakes are shown in it, once', () => {
    const files = { ...own, [readme]: text, [facts]: 'status: done\nowner: Ana\nnumber: 7\n' };
    assert.deepEqual(said(files), [`front-matter-field ${facts} status`]);
    const agreed = { ...files, [facts]: 'status: agreed\nowner: Ana\nnumber: 7\n' };
    assert.deepEqual(
      said(agreed).filter(line => line.startsWith('section-missing')),
      [`section-missing ${readme} Why`],
    );
  });

  it('takes the fields that fixes add and change', () => {
    assertFix('front-matter-field', {
      title: 'Add “owner”',
      before: { ...own, [readme]: text, [facts]: '# Facts\nnumber: 7\n' },
      after: { [facts]: '# Facts\nnumber: 7\nowner: ‸\n' },
    });
    assertFix('approval-missing', {
      title: 'Set the status to “draft”',
      before: { ...own, [readme]: text, [facts]: 'number: 7\nstatus: agreed\nowner: Mei\n' },
      after: { [facts]: 'number: 7\nstatus: draft\nowner: Mei\n' },
    });
  });

  it('is asked for when it is missing, and created with what it needs', () => {
    const before = { ...own, [readme]: '# X\n' };
    assert.deepEqual(said(before), [`artifact-missing ${readme} ${facts}`]);
    assertFix('artifact-missing', {
      title: `Create ${facts}`,
      before,
      after: { [facts]: 'number: 07\nowner: ‸\n' },
    });
  });

  it('can be suppressed in and set by the status of its document', () => {
    const wrong = 'status: dropped\nowner: Ana\nnumber: seven # slipway-disable-line front-matter-field -- as it was\n';
    const live = wrong.replace('dropped', 'draft');
    assert.deepEqual(said({ ...own, [readme]: text, [facts]: live }), []);
    const quiet = `${own['lifecycle.yaml']}rules: { front-matter-field: { severity: off, when: { status: draft } } }\n`;
    assert.deepEqual(
      said({ 'lifecycle.yaml': quiet, [readme]: text, [facts]: 'status: draft\nowner: Ana\nnumber: seven\n' }),
      [],
    );
  });

  it('that cannot be read says so once', () => {
    const files = { ...own, [readme]: text, [facts]: 'owner: "Ana\n' };
    assert.deepEqual(said(files), [`document-unreadable ${facts} ${facts}`]);
  });

  it('carries its findings in one of the two files, never in both', () => {
    const project = projectOf({ ...own, [readme]: text, [facts]: 'status: done\n' });
    const found = checkProject(project);
    assert.equal(new Set(found.map(({ rule, path, subject }) => `${rule} ${path} ${subject}`)).size, found.length);
    for (const { path, span } of found) {
      const { text: holder = '' } = project.documents.get(path) ?? {};
      assert.ok(span.end <= holder.length, path);
    }
  });

  it('may lie elsewhere, by the named parts of the path', () => {
    const files = {
      ...definition(
        '  note: { title: Note, phase: work, path: "notes/{slug}.md", sidecar: "facts/{slug}.yaml", fields: { owner: {} } }\n',
      ),
      'notes/a.md': '# A\n',
      'facts/a.yaml': 'status: agreed\n',
      'facts/b.yaml': 'status: agreed\n',
    };
    assert.deepEqual(recognised(projectOf(files)), ['notes/a.md: note by path']);
    assert.equal(artifactAt(projectOf(files), 'notes/a.md').state.status, 'agreed');
  });
});

describe('a companion', () => {
  const own = definition(`
  proposal:
    title: Proposal
    phase: work
    path: "proposals/{group}/{number}-{slug}.md"
    fields:
      stage: { type: enum, ordered: true, values: [sketch, beta, stable] }
      team: {}
    companions:
      review: { path: "reviews/{group}/{number}.yaml", type: review, required: { stage: { at-least: beta } }, say: Reviewers sign there. }
      figures: { path: ./figures.csv, when: { team: art } }
      budget: { path: "budget/{team}.md", required: { team: { present: true } } }
  review:
    title: Review
    phase: work
    path: "reviews/{group}/{number}.yaml"
    fields:
      alpha: { required: true }
      beta: { required: { document.stage: { at-least: beta } } }
`);
  const path = 'proposals/ui/7-x.md';
  const page = (fields: string): Files => ({ ...own, [path]: `---\n${fields}\n---\n\n# X\n` });

  const table: readonly (readonly [string, Files, readonly string[]])[] = [
    ['is not needed below its stage', page('stage: sketch'), []],
    ['is needed from its stage on', page('stage: beta'), [`artifact-missing ${path} reviews/ui/7.yaml`]],
    ['is needed above it', page('stage: stable'), [`artifact-missing ${path} reviews/ui/7.yaml`]],
    ['is not needed of what is out of use', page('status: dropped\nstage: stable'), []],
    [
      'lies beside its document',
      page('team: art'),
      [`artifact-missing ${path} proposals/ui/figures.csv`, `artifact-missing ${path} budget/art.md`].sort(),
    ],
    ['lies where a field says', page('team: ops'), [`artifact-missing ${path} budget/ops.md`]],
    ['never lies where a field leads out', page('team: ../../etc'), []],
    ['that exists is enough', { ...page('team: ops'), 'budget/ops.md': '# Budget\n' }, []],
    [
      'sees its document',
      { ...page('stage: beta'), 'reviews/ui/7.yaml': 'alpha: Ana\n' },
      ['front-matter-field reviews/ui/7.yaml beta'],
    ],
    ['sees its document at another stage', { ...page('stage: sketch'), 'reviews/ui/7.yaml': 'alpha: Ana\n' }, []],
    ['without a document stays quiet about it', { ...own, 'reviews/ui/8.yaml': 'alpha: Ana\n' }, []],
  ];
  for (const [name, files, expected] of table)
    it(name, () => {
      assert.deepEqual([...said(files)].sort(), [...expected].sort());
    });

  it('is created with the fields of its type, or with what it is for', () => {
    assertFix('artifact-missing', {
      title: 'Create reviews/ui/7.yaml',
      before: page('stage: beta'),
      after: { 'reviews/ui/7.yaml': 'alpha: ‸\n' },
    });
    assertFix('artifact-missing', {
      title: 'Create budget/ops.md',
      before: page('team: ops'),
      after: { 'budget/ops.md': '# Budget\n\n<!-- budget -->\n' },
    });
  });

  it('is of its type because its document says so', () => {
    const files = {
      ...definition(`
  page: { title: Page, phase: work, path: "pages/{slug}.md", companions: { notes: { path: "notes/{slug}.md", type: notes } } }
  notes: { title: Notes, phase: work, path: notes.md }
`),
      'pages/a.md': '# A\n',
      'notes/a.md': '# Of A\n',
      'notes/b.md': '# Of nobody\n',
    };
    assert.deepEqual(recognised(projectOf(files)), ['notes/a.md: notes by path', 'pages/a.md: page by path']);
  });

  it('lies at the path of its type when it names none', () => {
    const files = definition(`
  page: { title: Page, phase: work, path: "pages/{slug}.md", companions: { notes: { type: notes } } }
  notes: { title: Notes, phase: work, path: "notes/{slug}.md" }
`);
    assert.deepEqual(said({ ...files, 'pages/a.md': '# A\n' }), ['artifact-missing pages/a.md notes/a.md']);
    assert.deepEqual(said({ ...files, 'pages/a.md': '# A\n', 'notes/a.md': '# A\n' }), []);
  });
});

describe('the path of a part', () => {
  const names: Readonly<Record<string, string>> = { group: 'ui', up: '../..', here: './x', deep: 'a/b', tail: 'C:\\x' };
  const table: readonly (readonly [string, string, string | undefined])[] = [
    ['facts.yaml', 'a', 'a/docs/facts.yaml'],
    ['./facts.yaml', 'a', 'a/docs/facts.yaml'],
    ['../{group}.yaml', 'a', 'a/ui.yaml'],
    ['facts/{group}.yaml', 'a', 'a/facts/ui.yaml'],
    ['facts/{group}.yaml', '', 'facts/ui.yaml'],
    ['../../../facts.yaml', 'a', undefined],
    ['facts/{deep}.yaml', 'a', 'a/facts/a/b.yaml'],
    ['facts/{up}/x.yaml', 'a', undefined],
    ['facts/{here}/x.yaml', 'a', undefined],
    ['facts/{tail}.yaml', 'a', undefined],
    ['facts/{nobody}.yaml', 'a', undefined],
    ['facts/*.yaml', 'a', undefined],
  ];
  for (const [source, root, expected] of table)
    it(`${source} in ${root || 'the root'} is ${expected}`, () => {
      assert.equal(
        partPath(source, 'a/docs/page.md', root, name => names[name]),
        expected,
      );
    });
});

describe('a type that leaves files out', () => {
  const own = definition(
    '  note: { title: Note, phase: work, path: "notes/**/{slug}.md", ignore: ["**/template.md", "notes/old/**"] }\n',
  );
  it('takes none of them by path, but by name', () => {
    const files = {
      ...own,
      'notes/a.md': '# A\n',
      'notes/template.md': '# T\n',
      'notes/old/b.md': '# B\n',
      'notes/old/c.md': '---\ntype: note\n---\n\n# C\n',
    };
    assert.deepEqual(recognised(projectOf(files)), ['notes/a.md: note by path', 'notes/old/c.md: note by field']);
    assert.deepEqual(artifactAt(projectOf(files), 'notes/old/c.md').captures, { slug: 'c' });
  });
});
