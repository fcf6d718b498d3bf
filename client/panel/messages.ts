import type { StatusReport } from '../../server/lsp/protocol.ts';
import type { Target } from '../status/places.ts';
import type { ServerState } from '../statusStore.ts';
import type { Creation } from '../views/tree/node.ts';

/** Commands that the panel may ask for, without an argument. */
export const panelCommands = [
  'createLifecycle',
  'newDocument',
  'openFolder',
  'restartServer',
  'showLog',
  'showProblems',
] as const;
export type PanelCommand = (typeof panelCommands)[number];

/** Panel → extension. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly target: Target }
  /** Make the document now, or ask first. */
  | { readonly type: 'create' | 'offer'; readonly creation: Creation }
  | { readonly type: 'run'; readonly command: PanelCommand };

/** Extension → panel: everything it shows, each time something changed. */
export interface ToPanel {
  readonly type: 'status';
  /** Undefined until the server has answered for the first time. */
  readonly report: StatusReport | undefined;
  readonly server: ServerState;
  /** Whether the workspace has a folder at all. */
  readonly hasFolder: boolean;
}

/** Whether a message that reached the panel is one from the extension. The editor sends messages of its own. */
export function isToPanel(message: unknown): message is ToPanel {
  if (!isRecord(message) || message.type !== 'status') return false;
  const { report, server, hasFolder } = message;
  return typeof server === 'string' && typeof hasFolder === 'boolean' && (report === undefined || isReport(report));
}

const isReport = (value: unknown): boolean => isRecord(value) && Array.isArray(value.products);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
