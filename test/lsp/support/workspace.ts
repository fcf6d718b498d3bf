import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder on disk for one test. */
export interface TestFolder {
  readonly root: string;
  uri(path: string): string;
  write(path: string, text: string): void;
  remove(path: string): void;
}

/** Makes a temporary folder with these files. */
export function createFolder(files: Readonly<Record<string, string>>): TestFolder {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-lsp-')));
  const folder: TestFolder = {
    root,
    uri: path => pathToFileURL(join(root, path)).href,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: path => rmSync(join(root, path), { recursive: true }),
  };
  for (const [path, text] of Object.entries(files)) folder.write(path, text);
  return folder;
}

/**
 * A lifecycle with three gates. Nothing asks for a plan or a note; the last gate asks for a manual, which is too far
 * away to be reported.
 */
export const smallLifecycle = `lifecycle: 1
statuses:
  draft: {}
  in-review: {}
  approved: { agreed: true }
phases:
  development: { title: Development }
gates:
  ready: { title: Ready, phase: development }
  launch: { title: Launch, phase: development }
  review: { title: Review, phase: development }
artifacts:
  plan:
    title: Plan
    phase: development
    need: optional
    path: plans/{slug}.md
    sections:
      scope: { heading: Scope, guidance: What is planned. }
      schedule: { heading: Schedule, aliases: [Timetable], guidance: Say when. }
  note:
    title: Note
    phase: development
    need: optional
    path: notes/{slug}.md
  manual:
    title: Manual
    phase: development
    required-by: review
    path: manual.md
    cardinality: one
    sections:
      use: { heading: Using it, guidance: Tell what to do first. }
`;
