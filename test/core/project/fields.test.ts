import assert from 'node:assert/strict';
import { fieldsOf } from '../../../server/core/project/fields.ts';
import type { Fields } from '../../../server/core/project/model.ts';
import { textOf } from '../../../server/core/project/yamlValue.ts';
import { projectOf } from '../../support/product.ts';
import { documentOf, textAt } from './support.ts';

const { lifecycle } = projectOf({});
const { 'decision-record': record } = lifecycle.artifacts;

const read = (text: string, path?: string): Fields => fieldsOf(documentOf(text, path), lifecycle, record);

/** `name = value` for each field that is known, in the order of writing. */
const known = (text: string, path?: string): readonly string[] =>
  read(text, path).all.flatMap(({ name, known: isKnown, value }) =>
    isKnown ? [`${name} = ${textOf(value) ?? value.kind}`] : [],
  );

const lines = (...parts: readonly string[]): string => parts.join('\n');

describe('fields', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['front matter', lines('---', 'status: draft', 'owner: Ana', '---'), ['status = draft', 'owner = Ana']],
    ['aliases', lines('---', 'state: draft', 'DRI: Ana', '---'), ['status = draft', 'owner = Ana']],
    [
      'names in other letters and with other signs',
      lines('---', 'Product-Version: 1.0', 'review every: 6 months', '---'),
      ['version = 1.0', 'review_every = 6 months'],
    ],
    [
      "the type's own fields",
      lines('---', 'consulted: [Mei]', 'deciders: [Ana]', '---'),
      ['consulted = list', 'decision-makers = list'],
    ],
    ['unknown names are no fields', lines('---', 'colour: red', '---'), []],
    ['front matter that is no map', lines('---', '- status', '---'), []],
    [
      'front matter hides the lines of the body',
      lines('---', 'owner: Ana', '---', '', 'Status: draft'),
      ['owner = Ana'],
    ],
    ['a line', 'Status: Accepted', ['status = Accepted']],
    ['a line after the title', lines('# T', '', 'Status: Accepted'), ['status = Accepted']],
    [
      'several lines of a paragraph',
      lines('# T', '', 'Status: Accepted', 'Date: 2026-05-04'),
      ['status = Accepted', 'date = 2026-05-04'],
    ],
    [
      'lines that end in a forced break',
      lines('Status: Accepted  ', 'Owner: Ana\\', 'Date: 2026-05-04<br>'),
      ['status = Accepted', 'owner = Ana', 'date = 2026-05-04'],
    ],
    ['Windows line ends', 'Status: Accepted\r\nOwner: Ana\r\n', ['status = Accepted', 'owner = Ana']],
    ['a bold name', '**Status**: Accepted', ['status = Accepted']],
    ['a bold name with its colon', '**Status:** Accepted', ['status = Accepted']],
    [
      'a bold value',
      lines('# T', '', '* Status: **Accepted**', '* Owner: _Ana_'),
      ['status = Accepted', 'owner = Ana'],
    ],
    ['a value in code', '- Version: `1.0.0`', ['version = 1.0.0']],
    ['a quote', lines('> Status: Accepted', '> Owner: Ana'), ['status = Accepted', 'owner = Ana']],
    ['a value with a colon', 'Owner: Ana: the first', ['owner = Ana: the first']],
    ['a line without a value', lines('Status:', '', 'Owner: Ana'), ['status = scalar', 'owner = Ana']],
    ['a sentence', 'The status: it is good.', []],
    [
      'a two-column table',
      lines('| Status | Accepted |', '| --- | --- |', '| **Owner** | Ana |'),
      ['status = Accepted', 'owner = Ana'],
    ],
    [
      'a two-column table with a title row',
      lines('| Field | Value |', '| --- | --- |', '| Status: | *Accepted* |'),
      ['status = Accepted'],
    ],
    ['a table of versions and days', lines('| Version | Date |', '| --- | --- |', '| 0.1 | 2026-05-04 |'), []],
    ['a table of three columns', lines('| Status | Accepted | x |', '| --- | --- | --- |', '| Owner | Ana | x |'), []],
    ['an empty cell', lines('| Field | Value |', '| --- | --- |', '| Status | |'), ['status = scalar']],
    [
      'nothing after the first section',
      lines('# T', '', 'Owner: Ana', '', '## Context', '', 'Status: Accepted'),
      ['owner = Ana'],
    ],
    [
      'nothing after a second title',
      lines('# T', '', 'Owner: Ana', '', '# Context', '', 'Status: Accepted'),
      ['owner = Ana'],
    ],
    [
      'a value that goes on in the next line of a bullet',
      lines('- Authors: [Ana, Tom,', '  Mei]', '- Status: Draft'),
      ['authors = [Ana, Tom, Mei]', 'status = Draft'],
    ],
    ['a bullet in two lines', lines('- Owner: Ana', '  Status: Draft'), ['owner = Ana', 'status = Draft']],
    ['lines after a bullet with a key', lines('- a remark', '  Status: Draft'), ['status = Draft']],
    [
      'a link',
      lines('- Supersedes: [ADR-1](0001-x.md)', '- Owner: <mailto:ana@example.com>'),
      ['supersedes = ADR-1', 'owner = mailto:ana@example.com'],
    ],
    ['a link among other words', 'Owner: Ana, [profile](ana.md)', ['owner = Ana, [profile](ana.md)']],
    ['a bold link', '* Supersedes: **[ADR-1](0001-x.md)**', ['supersedes = ADR-1']],
    ['a value of which a part is bold', '* Status: **Accepted** (2026)', ['status = Accepted (2026)']],
    ['nothing in code', lines('```', 'Status: Accepted', '```'), []],
  ];
  for (const [name, text, expected] of table)
    it(`are read: ${name}`, () => {
      assert.deepEqual(known(text), expected);
    });

  it('are the whole of a YAML file', () => {
    assert.deepEqual(known('status: draft\nowner: Ana\ncolour: red\n', 'x.yaml'), ['status = draft', 'owner = Ana']);
    assert.deepEqual(known('- status: draft\n', 'x.yaml'), []);
    assert.deepEqual(known('', 'x.yaml'), []);
  });

  it('say where they come from', () => {
    const sources = [read('---\na: b\n---\n'), read('Status: x'), read('Just text.'), read('a: b\n', 'x.yaml')];
    assert.deepEqual(
      sources.map(({ source }) => source),
      ['front-matter', 'body', 'none', 'yaml'],
    );
  });

  it('take in the other lines of the same list or paragraph, but no prose', () => {
    const names = (text: string): readonly string[] => read(text).all.map(({ written }) => written);
    assert.deepEqual(names('# T\n\n* Status: x\n* Colour: red\n\nNote: a word.'), ['Status', 'Colour']);
    assert.deepEqual(names('Status: x\nColour: red'), ['Status', 'Colour']);
    assert.deepEqual(names('Status: x\nas said.\nColour: red'), ['Status']);
    assert.deepEqual(names('* Status: x\n* a remark\n* Colour: red'), ['Status']);
    assert.deepEqual(names('* Size: x\n* Colour: red'), []);
    assert.deepEqual(names('| Field | Value |\n|-|-|\n| Status | x |\n| Colour | red |'), ['Status', 'Colour']);
  });

  it('keep the written name, and unknown ones', () => {
    const [first, second] = read('---\nDRI: Ana\nColour: red\n---\n').all;
    assert.deepEqual([first?.name, first?.written, first?.known], ['owner', 'DRI', true]);
    assert.deepEqual([second?.name, second?.written, second?.known], ['Colour', 'Colour', false]);
  });

  it('have the canonical name before an alias, and the first of two aliases', () => {
    assert.equal(textOf(read('---\nstate: draft\nstatus: approved\n---\n').get('status')?.value), 'approved');
    assert.equal(textOf(read('---\ndri: Ana\nmaintainer: Mei\n---\n').get('owner')?.value), 'Ana');
  });

  it('point at the name and the value in the text', () => {
    const places = (text: string): readonly string[] => {
      const document = documentOf(text);
      return fieldsOf(document, lifecycle, record).all.flatMap(({ keySpan, value }) => [
        textAt(document, keySpan),
        textAt(document, value.span),
      ]);
    };
    assert.deepEqual(places('---\nstatus: draft\n---\n'), ['status', 'draft']);
    assert.deepEqual(places('# 😀\n\n* Status: **Accepted**\n'), ['Status', 'Accepted']);
    assert.deepEqual(places('**Status**: `Accepted`\\\nOwner: Ana  \nDate: x'), [
      'Status',
      'Accepted',
      'Owner',
      'Ana',
      'Date',
      'x',
    ]);
    assert.deepEqual(places('> Owner: Ana\n> Status: Accepted'), ['Owner', 'Ana', 'Status', 'Accepted']);
    assert.deepEqual(places('| F | V |\n|-|-|\n| Status | **Accepted** |'), ['Status', 'Accepted']);
  });

  it('stop after the first few thousand characters', () => {
    assert.deepEqual(known(`${'word '.repeat(1000)}\n\nStatus: Accepted\n`), []);
    assert.deepEqual(known(`${'word '.repeat(200_000)}\nStatus: Accepted\n`), []);
  });
});
