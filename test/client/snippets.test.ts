import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

interface Standard {
  readonly statuses: Readonly<Record<string, unknown>>;
  readonly items: Readonly<Record<string, unknown>>;
  readonly artifacts: Readonly<
    Record<
      string,
      { readonly phase: string; readonly sections: Readonly<Record<string, { readonly columns?: readonly string[] }>> }
    >
  >;
  readonly records: Readonly<
    Record<
      string,
      {
        readonly fields: Readonly<
          Record<string, { readonly required?: unknown; readonly values?: readonly unknown[] }>
        >;
      }
    >
  >;
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const markdown: Readonly<Record<string, Snippet>> = JSON.parse(read('snippets/markdown.json'));
const yaml: Readonly<Record<string, Snippet>> = JSON.parse(read('snippets/yaml.json'));
const standard: Standard = parse(read('lifecycles/standard.yaml'));

/** What is in the document when a person accepts every proposal. */
const expanded = ({ body }: Snippet): string =>
  body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');

describe('the snippets', () => {
  it('have prefixes of their own', () => {
    const prefixes = [...Object.values(markdown), ...Object.values(yaml)].flatMap(snippet => snippet.prefix);
    assert.deepEqual(prefixes.toSorted(), [...new Set(prefixes)].sort());
  });

  for (const [name, snippet] of Object.entries(markdown).filter(([name]) => name.startsWith('Front matter'))) {
    it(`${name}: fits the standard lifecycle`, () => {
      const [, head = ''] = expanded(snippet).split(/^---$/m);
      const fields: Readonly<Record<string, string>> = parse(head);
      const type = standard.artifacts[fields.type ?? ''];
      assert.ok(type, `there is no artifact type ${fields.type}`);
      assert.ok(fields.status && fields.status in standard.statuses);
      assert.ok(fields.owner);
      if (type.phase === 'deployment') assert.ok(fields.version, 'deployment documents name a version');
    });
  }

  it('of items use ids that the lifecycle knows', () => {
    const text = [...Object.values(markdown), ...Object.values(yaml)].map(expanded).join('\n');
    const kinds = new Set([...text.matchAll(/\b([A-Z]{2,5})-\d/g)].map(([, kind = '']) => kind));
    assert.deepEqual([...kinds].sort(), ['NEED', 'REQ', 'RISK', 'TST']);
    for (const kind of kinds) assert.ok(kind in standard.items, kind);
  });

  it('make a table of tests with the columns that a test plan asks for', () => {
    const table = markdown['Test table'];
    assert.ok(table);
    const header = expanded(table).split('\n')[0] ?? '';
    for (const column of standard.artifacts['test-plan']?.sections.cases?.columns ?? []) {
      assert.ok(header.includes(`| ${column} |`), column);
    }
  });

  it('make a risk with every needed field and no unknown one', () => {
    const risk = yaml.Risk;
    const fields = standard.records['risk-register']?.fields;
    assert.ok(risk && fields);
    const [entry]: readonly Readonly<Record<string, unknown>>[] = parse(expanded(risk));
    assert.ok(entry);
    for (const [name, value] of Object.entries(entry)) {
      const field = fields[name];
      assert.ok(field, `the risk register has no field ${name}`);
      if (field.values) assert.ok(field.values.includes(value), `${name}: ${value}`);
    }
    for (const [name, { required }] of Object.entries(fields)) {
      if (required === true) assert.ok(name in entry, `${name} is needed`);
    }
  });
});
