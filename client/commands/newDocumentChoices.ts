import type { ArtifactStateWord, ArtifactStatus, PhaseForEditor, ProductStatus } from '../../server/lsp/protocol.ts';
import { documentWords } from '../status/words.ts';

/** A line of the list to pick from: the heading of a phase, or a type of document. */
export type DocumentChoice =
  | { readonly kind: 'phase'; readonly title: string }
  | {
      readonly kind: 'type';
      readonly type: string;
      readonly title: string;
      readonly state: ArtifactStateWord;
      readonly words: string;
      /** Where the new document will lie. */
      readonly path: string;
    };

/** Every type that a product's lifecycle knows, by phase; within a phase what is missing and needed comes first. */
export const documentChoices = (product: ProductStatus): readonly DocumentChoice[] => product.phases.flatMap(ofPhase);

function ofPhase(phase: PhaseForEditor): readonly DocumentChoice[] {
  const artifacts = phase.stages.flatMap(stage => stage.artifacts);
  if (artifacts.length === 0) return [];
  const ranked = [0, 1, 2, 3].flatMap(rank => artifacts.filter(artifact => rankOf(artifact) === rank));
  return [{ kind: 'phase', title: phase.title }, ...ranked.map(choiceOf)];
}

/** Required and missing, recommended and missing, asked for later or never, already there. */
function rankOf({ state, need }: ArtifactStatus): number {
  if (state === 'missing') return need === 'required' ? 0 : 1;
  return state === 'later' ? 2 : 3;
}

function choiceOf({ type, title, state, need, newPath }: ArtifactStatus): DocumentChoice {
  const words = need === 'required' ? documentWords[state] : `${documentWords[state]} · ${need}`;
  return { kind: 'type', type, title, state, words, path: newPath };
}
