import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { IGrammar, Registry } from 'vscode-textmate';

// Both are old-style bundles whose exports an `import` does not see.
const require = createRequire(import.meta.url);
const oniguruma: typeof import('vscode-oniguruma') = require('vscode-oniguruma');
const textmate: typeof import('vscode-textmate') = require('vscode-textmate');
const ours = 'slipway.markdown';
const grammars: Readonly<Record<string, string | URL>> = {
  [ours]: new URL('../../syntaxes/slipway.markdown.tmLanguage.json', import.meta.url),
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
  'source.yaml': require.resolve('tm-grammars/grammars/yaml.json'),
  'text.html.basic': require.resolve('tm-grammars/grammars/html.json'),
};

/** Each line of the text, and which of its parts have a scope of ours: `part → scope`. */
const cases: readonly { readonly name: string; readonly text: string; readonly scopes: readonly string[] }[] = [
  { name: 'ids in text', text: 'REQ-12 answers NEED-3.', scopes: ['REQ-12 → item-id', 'NEED-3 → item-id'] },
  { name: 'an id with a scope', text: 'See RISK-APP-7.', scopes: ['RISK-APP-7 → item-id'] },
  { name: 'an id that opens a heading', text: '### REQ-1 Steps', scopes: ['REQ-1 → item-id'] },
  { name: 'an id in bold', text: '- **TST-9** pairing', scopes: ['TST-9 → item-id'] },
  {
    name: 'ids in a table',
    text: '| Test | Verifies |\n| --- | --- |\n| TST-1 | REQ-1 |',
    scopes: ['TST-1 → item-id', 'REQ-1 → item-id'],
  },
  { name: 'an id in a comment', text: '<!-- covers: REQ-3 -->', scopes: ['REQ-3 → item-id'] },
  { name: 'words that only look like ids', text: 'PREREQ-1, REQ-1a, XREQ-2, REQ-, UTF-8 and REQ-1-b', scopes: [] },
  { name: 'nothing in a code span', text: 'Write `REQ-1` here.', scopes: [] },
  { name: 'nothing in a code block', text: '```\nREQ-1\nstatus: approved\n```', scopes: [] },
  { name: 'nothing in indented code', text: 'Text\n\n    REQ-1\n', scopes: [] },
  { name: 'nothing in an address', text: '[link](docs/REQ-1.md)', scopes: [] },
  { name: 'a status in front matter', text: '---\nstatus: approved\n---\n', scopes: ['approved → agreed'] },
  { name: 'ids in front matter', text: '---\ncovers: REQ-4\n---\n', scopes: ['REQ-4 → item-id'] },
  {
    name: 'a status and a comment',
    text: '---\nstatus: in-review # since May\n---\n',
    scopes: ['in-review → in-review'],
  },
  { name: 'a draft', text: '---\nstatus: draft\n---\n', scopes: ['draft → draft'] },
  { name: 'a side status', text: '---\nstatus: superseded\n---\n', scopes: ['superseded → side'] },
  { name: 'a status as a line of the text', text: '# Plan\n\nStatus: Released\n', scopes: ['Released → agreed'] },
  { name: 'no status that is not known', text: '---\nstatus: approvedish\n---\n', scopes: [] },
  { name: 'no status word elsewhere', text: 'It is approved. The status: approved now.', scopes: [] },
];

describe('the grammar', () => {
  let grammar: IGrammar | null = null;

  before(async () => {
    grammar = await (await registry()).loadGrammar('text.html.markdown');
  });

  for (const { name, text, scopes } of cases) {
    it(`colours ${name}`, () => {
      assert.ok(grammar);
      assert.deepEqual(ourScopes(grammar, text), scopes);
    });
  }
});

async function registry(): Promise<Registry> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: async scope => {
      const file = grammars[scope];
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), 'grammar.json');
    },
    getInjections: scope => (scope === 'text.html.markdown' ? [ours] : undefined),
  });
}

/** The parts of a text that the grammar names, with the last telling word of the scope. */
function ourScopes(grammar: IGrammar, text: string): readonly string[] {
  const found: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { scopes, startIndex, endIndex } of tokens) {
      const scope = scopes.find(each => each.endsWith('.slipway'));
      if (scope) found.push(`${line.slice(startIndex, endIndex)} → ${scope.split('.').at(-2)}`);
    }
  }
  return found;
}
