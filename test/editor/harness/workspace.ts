import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '../../../scripts/tasks/atExit.ts';
import { inProject } from '../../../scripts/tasks/project.ts';

/** The day that the example describes. */
const exampleDay = '2026-06-15';

/** Copies `examples/stride-one`, so that nothing edits the original, and sets the day that its findings are for. */
export function copyExample(): TemporaryFolder {
  const folder = temporaryFolder('stride-one-');
  cpSync(inProject('examples', 'stride-one'), folder.path, { recursive: true });
  mkdirSync(join(folder.path, '.vscode'), { recursive: true });
  writeFileSync(join(folder.path, '.vscode', 'settings.json'), JSON.stringify({ 'slipway.asOf': exampleDay }));
  return folder;
}
