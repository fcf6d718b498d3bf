import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../../../scripts/tasks/project.ts';

/** The day that the example describes. */
const exampleDay = '2026-06-15';

/** A throwaway folder; `remove` deletes it. */
export interface WorkspaceCopy {
  readonly folder: string;
  remove(): void;
}

/** Copies `examples/stride-one`, so that nothing edits the original, and sets the day that its findings are for. */
export function copyExample(): WorkspaceCopy {
  const folder = mkdtempSync(join(tmpdir(), 'stride-one-'));
  cpSync(inProject('examples', 'stride-one'), folder, { recursive: true });
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'slipway.asOf': exampleDay }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
