import assert from 'node:assert/strict';
import { findingsIn } from '../../support/product.ts';

const page = (status: string): string =>
  `---\nstatus: ${status}\nowner: Ana\nversion: 1.0.0\napprovals: [{ by: Ana }]\n---\n\n# Page\n\nTBD\n`;

/** The severities of one rule over three documents, in path order. */
function severities(setting: string, rule = 'placeholder-left'): readonly string[] {
  const files = {
    'lifecycle.yaml': `lifecycle: 1\nextends: standard\nrules: { ${rule}: ${setting} }\n`,
    'docs/deployment/roadmap.md': page('draft'),
    'docs/deployment/user-manual.md': page('approved'),
    'drafts/.later/gtm.md': page('draft').replace('# Page', '# Launch plan'),
  };
  return findingsIn(files, rule).map(({ path, severity }) => `${path.replace(/^.*\//, '')} ${severity}`);
}

describe('rules: in the definition', () => {
  it('leaves a rule as it is when it says nothing', () => {
    assert.deepEqual(severities('{ reason: We thought about it }'), [
      'roadmap.md warning',
      'user-manual.md error',
      'gtm.md warning',
    ]);
  });

  it('turns a rule off', () => {
    assert.deepEqual(severities('off'), []);
    assert.deepEqual(severities('{ severity: off }'), []);
  });

  it('sets one severity for all that the rule says', () => {
    assert.deepEqual(severities('info'), ['roadmap.md info', 'user-manual.md info', 'gtm.md info']);
    assert.deepEqual(severities('{ severity: error }'), ['roadmap.md error', 'user-manual.md error', 'gtm.md error']);
  });

  it('may hold for some paths, hidden folders included', () => {
    assert.deepEqual(severities('{ severity: off, paths: [drafts/**] }'), [
      'roadmap.md warning',
      'user-manual.md error',
    ]);
    assert.deepEqual(severities('{ severity: hint, paths: ["docs/*/road*", "**/user-manual.md"] }'), [
      'roadmap.md hint',
      'user-manual.md hint',
      'gtm.md warning',
    ]);
  });

  it('may hold for some documents', () => {
    assert.deepEqual(severities('{ severity: info, when: { status: draft } }'), [
      'roadmap.md info',
      'user-manual.md error',
      'gtm.md info',
    ]);
    assert.deepEqual(severities('{ severity: off, when: { status: { at-least: approved }, type: user-manual } }'), [
      'roadmap.md warning',
      'gtm.md warning',
    ]);
  });

  it('needs both the path and the condition when it names both', () => {
    assert.deepEqual(severities('{ severity: off, when: { status: draft }, paths: [docs/**] }'), [
      'user-manual.md error',
      'gtm.md warning',
    ]);
  });

  it('with a condition on documents leaves other files alone', () => {
    const found = findingsIn(
      {
        'lifecycle.yaml':
          'lifecycle: 1\nextends: standard\nrules: { artifact-missing: { severity: off, when: { status: draft } } }\n',
      },
      'artifact-missing',
    );
    assert.ok(found.length > 0);
  });

  it('changes rules that judge the product too', () => {
    assert.deepEqual(
      findingsIn({ 'lifecycle.yaml': 'lifecycle: 1\nextends: standard\nrules: { artifact-missing: hint }\n' }).map(
        ({ severity }) => severity,
      ),
      ['hint', 'hint', 'hint', 'hint'],
    );
  });
});
