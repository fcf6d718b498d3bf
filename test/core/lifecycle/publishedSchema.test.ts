import assert from 'node:assert/strict';
import { z } from 'zod';
import { publishedSchema } from '../../../server/core/lifecycle/publishedSchema.ts';
import { toTree, toValue } from '../../../server/core/lifecycle/tree.ts';
import { parseYaml } from '../../../server/core/parse/yaml.ts';
import { standardText } from './definitions.ts';

function accepts(text: string): boolean {
  const { root } = parseYaml('lifecycle.yaml', text);
  assert.ok(root);
  const value = toValue(toTree(root, { index: 0, file: 'lifecycle.yaml', builtIn: false }));
  return z.fromJSONSchema(publishedSchema()).safeParse(value).success;
}

describe('the published schema', () => {
  it('is JSON Schema 2020-12', () => {
    assert.equal(publishedSchema().$schema, 'https://json-schema.org/draft/2020-12/schema');
  });

  const texts: Readonly<Record<string, boolean>> = {
    [standardText]: true,
    'lifecycle: 1\nextends: standard\n': true,
    'lifecycle: 1\nextends: [standard, ../base.yaml]\nartifacts: { runbook: null, user-manual: { path: x.md } }\n': true,
    'lifecycle: 1\ngates: { launch: { exit: { l-plan: { level: should }, l-sales: null } } }\n': true,
    'lifecycle: 1\nrules: { section-missing: off, link-broken: { severity: error, when: { status: released } } }\n': true,
    'lifecycle: 1\nartefacts: {}\n': false,
    'lifecycle: 1\nartifacts: { runbook: { need: maybe } }\n': false,
    'lifecycle: 1\nartifacts: { runbook: { sections: { impact: { required: sometimes } } } }\n': false,
    'lifecycle: 2\n': false,
  };
  for (const [text, accepted] of Object.entries(texts))
    it(`${accepted ? 'accepts' : 'refuses'} ${text === standardText ? 'the standard lifecycle' : JSON.stringify(text)}`, () =>
      assert.equal(accepts(text), accepted));

  it('explains its keys', () => {
    const text = JSON.stringify(publishedSchema());
    assert.ok(text.includes('Where it lives.') && text.includes('At least this status.'));
  });
});
