import type {
  ArtifactStateWord,
  ArtifactStatus,
  DocumentStatus,
  ProductStatus,
  StageStatus,
} from '../../../server/lsp/protocol.ts';
import { documentUri } from '../../status/places.ts';
import { isAbsent, shownArtifacts } from '../../status/product.ts';
import { documentMeanings, documentWords, roleWords } from '../../status/words.ts';
import type { FromPanel } from '../messages.ts';
import { type PageLook, pageLooks } from './looks.ts';

/** A document on the line, or the place where one is missing. */
export interface PageView {
  readonly key: string;
  readonly state: ArtifactStateWord;
  readonly look: PageLook;
  readonly overdue: boolean;
  /** What a screen reader says: the title with its state. */
  readonly label: string;
  readonly tooltip: string;
  /** What a click asks for. */
  readonly request: FromPanel;
}

/** The pages of a stage: every document, and one for each artifact that still has to be written. */
export const pagesOf = (product: ProductStatus, stage: StageStatus): readonly PageView[] =>
  shownArtifacts(stage).flatMap(artifact => [
    ...artifact.documents.map(document => documentPage(product, artifact, document)),
    ...(isAbsent(artifact) || artifact.documents.length === 0 ? [emptyPage(product, artifact)] : []),
  ]);

function documentPage(product: ProductStatus, artifact: ArtifactStatus, document: DocumentStatus): PageView {
  const { path, title, state, overdue } = document;
  const late = overdue ? ', review overdue' : '';
  const name = title === artifact.title ? title : `${artifact.title} “${title}”`;
  return {
    key: `${artifact.type}/${path}`,
    state,
    look: pageLooks[state],
    overdue,
    label: `${name}: ${documentWords[state]}${late}`,
    tooltip: [
      `${name}: ${documentWords[state]}`,
      documentMeanings[state],
      ...(overdue ? ['Its review date has passed.'] : []),
      path,
    ].join('\n'),
    request: { type: 'open', target: { uri: documentUri(product.rootUri, path) } },
  };
}

function emptyPage(product: ProductStatus, artifact: ArtifactStatus): PageView {
  const { type, title, state, need, accountable, newPath } = artifact;
  const word = need === 'required' ? documentWords[state] : `${documentWords[state]}, ${need}`;
  const absent = isAbsent(artifact);
  const calm = state === 'missing' && need !== 'required';
  return {
    key: `${type}/`,
    state,
    look: calm ? { shape: 'dashed', tone: 'plain' } : pageLooks[state],
    overdue: false,
    label: `${title}: ${word}`,
    tooltip: [
      `${title}: ${word}`,
      documentMeanings[state],
      ...(absent && accountable ? [`Answers for it: ${roleWords(accountable)}.`] : []),
      ...(absent ? [`Click to create ${newPath}.`] : []),
    ].join('\n'),
    request: absent
      ? { type: 'offer', creation: { definitionUri: product.definitionUri, type, title, path: newPath } }
      : { type: 'open', target: { uri: product.definitionUri } },
  };
}
