import type { NewDocumentParams } from '../../../server/lsp/protocol.ts';
import type { Target } from '../../status/places.ts';

/** The `viewItem` values that menus of the tree are bound to. */
export const nodeContexts = [
  'product',
  'phase',
  'stage',
  'artifact',
  'artifact-absent',
  'document',
  'gate',
  'criterion',
  'criterion-absent',
] as const;
type NodeContext = (typeof nodeContexts)[number];

/** A codicon and the theme colour it is drawn in; without one, the colour of text. */
export interface Icon {
  readonly id: string;
  readonly color?: string;
}

/** A document that can be made, and how to ask for it. */
export interface Creation extends NewDocumentParams {
  readonly title: string;
  /** Where it will lie, for people to read. */
  readonly path: string;
}

/** One row of the tree, as plain data. */
export interface TreeNode {
  /** The same for the same thing in every report, so that the tree keeps what is expanded and selected. */
  readonly id: string;
  readonly context: NodeContext;
  readonly label: string;
  /** The state in words, beside the label. */
  readonly description: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** Lines of plain text; the first one is the heading. */
  readonly tooltip: readonly string[];
  readonly icon: Icon;
  readonly open: Target | undefined;
  readonly create: Creation | undefined;
  /** Whether its children are shown at first. */
  readonly expanded: boolean;
  readonly children: readonly TreeNode[];
}

/** Completes a row: what is not given is empty, and what is said aloud is what is written. */
export function node(
  parts: Pick<TreeNode, 'id' | 'context' | 'label' | 'icon'> & Partial<TreeNode> & { readonly kind?: string },
): TreeNode {
  const { kind, ...given } = parts;
  const description = given.description ?? '';
  return {
    description,
    spoken: [kind ? `${kind} ${given.label}` : given.label, ...(description ? [description] : [])].join(', '),
    tooltip: [given.label],
    open: undefined,
    create: undefined,
    expanded: false,
    children: [],
    ...given,
  };
}
