import assert from 'node:assert/strict';
import { type Break, broken, exampleFiles, said } from '../support/example.ts';
import { projectOf } from '../support/product.ts';

const files = exampleFiles('kubernetes-enhancements');
const day = '2026-07-24';
const folder = 'keps/sig-node/4000-sleep-mode';
const readme = `${folder}/README.md`;
const kep = `${folder}/kep.yaml`;
const approval = 'keps/prod-readiness/sig-node/4000.yaml';
const draft = 'keps/sig-storage/4100-volume-notes';

const wrong = (field: string, path = kep): string => `front-matter-field ${path} ${field}`;
const lacks = (...headings: readonly string[]): readonly string[] =>
  headings.map(heading => `section-missing ${readme} ${heading}`);

/** Makes the proposal one of another stage. */
const atStage = (stage: string): readonly Break[] => [
  [kep, 'stage: alpha', `stage: ${stage}`],
  [kep, 'beta: "TBD"', 'beta: "v1.38"\n  stable: "v1.40"'],
];
const asked = {
  beta: lacks('Rollout, Upgrade and Rollback Planning', 'Monitoring Requirements', 'Dependencies'),
  stable: lacks('Troubleshooting'),
};

/** Each part of the process, broken on purpose: the change, and all that is said then. */
const constraints: Readonly<Record<string, readonly [breaks: readonly Break[], expected: readonly string[]]>> = {
  'a number that is not that of the folder': [
    [[kep, 'kep-number: 4000', 'kep-number: 4001']],
    [wrong('kep-number'), `artifact-missing ${readme} keps/prod-readiness/sig-node/4001.yaml`],
  ],
  'a number that is given twice': [
    [[`${draft}/kep.yaml`, 'kep-number: 4100', 'kep-number: 4000']],
    [wrong('kep-number', `${draft}/kep.yaml`)],
  ],
  'a missing title': [[[kep, /title.*\n/, '']], [wrong('title')]],
  'nobody who decides': [[[kep, '"@lena"', 'TBD']], [wrong('approvers')]],
  'a group that does not exist': [
    [[kep, 'owning-sig: sig-node', 'owning-sig: sig-nodes']],
    [wrong('owning-sig'), `artifact-missing ${readme} keps/prod-readiness/sig-nodes/4000.yaml`],
  ],
  'a status that the process does not know': [
    [[`${draft}/kep.yaml`, 'status: provisional', 'status: proposed']],
    [wrong('status', `${draft}/kep.yaml`)],
  ],
  'a day that does not exist': [[[kep, '2026-02-03', '2026-30-02']], [wrong('creation-date')]],
  'a key that nobody knows': [[[kep, 'title:', 'name: x\ntitle:']], [`front-matter-unknown ${kep} name`]],
  'a live proposal without a stage': [[[kep, /^stage.*\n/m, '']], [wrong('stage')]],
  'a proposal that does not exist': [[[kep, '4100-volume-notes', '4100-volume-poems']], [wrong('see-also')]],
  'milestones that run backwards': [[[kep, '"TBD"', '"v1.36"']], [wrong('milestone')]],
  'a milestone that is no release': [[[kep, 'alpha: "v1.37"', 'alpha: soon']], [wrong('milestone')]],
  'an implemented proposal that is not stable': [
    [[kep, 'status: implementable', 'status: implemented']],
    [wrong('stage')],
  ],
  'a missing section': [[[readme, /\n## Drawbacks[\s\S]*?(?=\n## )/, '']], lacks('Drawbacks')],
  'a section with nothing in it': [
    [[readme, 'Machines that sleep and wake often may fail earlier.', '<!-- Why not? -->']],
    [`section-empty ${readme} Drawbacks`],
  ],
  'a question without its heading': [
    [[readme, /\n###### Does enabling[\s\S]*?(?=\n###### )/, '']],
    lacks('Does enabling the feature change any default behavior?'),
  ],
  'a checklist without a required item': [
    [[readme, /- .*Design details.*\n/, '']],
    [`section-form ${readme} Release Signoff Checklist`],
  ],
  'a stage with more to answer and to sign': [atStage('beta'), [...asked.beta, wrong('beta', approval)]],
  'the last stage': [
    atStage('stable'),
    [...asked.beta, ...asked.stable, wrong('beta', approval), wrong('stable', approval)],
  ],
  'a signature by somebody else': [[[approval, '@ravi', '@mei']], [wrong('alpha', approval)]],
  'a missing signature': [[[approval, /alpha:[\s\S]*/, '']], [wrong('alpha', approval)]],
};

/** What makes a proposal quiet although it has gaps. */
const quiet: Readonly<Record<string, readonly Break[]>> = {
  'is withdrawn': [[kep, 'status: implementable', 'status: withdrawn']],
  'is a draft': [[kep, 'status: implementable', 'status: provisional']],
  'was implemented long ago': [
    [kep, 'status: implementable', 'status: implemented'],
    [kep, 'stage: alpha', 'stage: stable'],
    [kep, '"TBD"', '"v1.19"'],
    [kep, /"v1.37"/g, '"v1.19"'],
  ],
};

describe('examples/kubernetes-enhancements', () => {
  it('is a definition without faults, on documents without findings', () => {
    assert.deepEqual(projectOf(files, day).definition.problems, []);
    assert.deepEqual(said(files, day), []);
  });

  it('reads a proposal from its README and the kep.yaml beside it', () => {
    const { artifacts } = projectOf(files, day);
    assert.deepEqual(
      artifacts.map(({ path, type, state, sidecar }) =>
        `${type} ${path} ${state.status} ${sidecar?.path ?? ''}`.trim(),
      ),
      [
        `readiness-approval ${approval} implementable`,
        `proposal ${readme} implementable ${kep}`,
        'proposal keps/sig-node/900-node-poems/README.md withdrawn keps/sig-node/900-node-poems/kep.yaml',
        `proposal ${draft}/README.md provisional ${draft}/kep.yaml`,
      ],
    );
  });

  it('takes no template for a proposal', () => {
    const template = {
      'keps/NNNN-kep-template/README.md': '# Title\n',
      'keps/NNNN-kep-template/kep.yaml': 'title: x\n',
    };
    assert.deepEqual(said({ ...files, ...template }, day), []);
  });

  for (const [name, [breaks, expected]] of Object.entries(constraints))
    it(`objects to ${name}`, () => {
      assert.deepEqual(said(broken(files, breaks), day), [...expected].sort());
    });

  it('asks for the two other files of a proposal', () => {
    const without = (...paths: readonly string[]) =>
      said(Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path))), day);
    assert.deepEqual(without(approval), [`artifact-missing ${readme} ${approval}`]);
    assert.ok(without(kep).includes(`artifact-missing ${readme} ${kep}`));
  });

  for (const [name, breaks] of Object.entries(quiet))
    it(`is silent about the text of a proposal that ${name}`, () => {
      const gap: Break = [readme, /\n## Drawbacks[\s\S]*?(?=\n## )/, ''];
      assert.deepEqual(said(broken(files, [gap, ...breaks]), day), []);
    });

  it('asks an old proposal only for what it could know', () => {
    const breaks: readonly Break[] = [
      [kep, /"v1.37"/g, '"v1.20"'],
      [kep, '2026-02-03', '2018-02-03'],
      [readme, /\n## Drawbacks[\s\S]*?(?=\n## )/, ''],
      [readme, /\n## Production Readiness[\s\S]*?(?=\n## )/, ''],
      [readme, /\n## Implementation History[\s\S]*?(?=\n## |$)/, ''],
    ];
    assert.deepEqual(said(broken(files, breaks), day), lacks('Implementation History'));
  });
});
