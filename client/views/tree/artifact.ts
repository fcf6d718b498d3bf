import type { ArtifactStatus, DocumentStatus, ProductStatus } from '../../../server/lsp/protocol.ts';
import { documentUri } from '../../status/places.ts';
import { isAbsent } from '../../status/product.ts';
import { counted } from '../../status/sentences.ts';
import { documentMeanings, documentWords, roleWords } from '../../status/words.ts';
import { documentIcons, recommendedIcon } from './icons.ts';
import { type Creation, node, type TreeNode } from './node.ts';

/** How a document of a type is made. */
export const creationOf = (product: ProductStatus, artifact: ArtifactStatus): Creation => ({
  definitionUri: product.definitionUri,
  type: artifact.type,
  title: artifact.title,
  path: artifact.newPath,
});

/** A row for an artifact: it opens its only document; several are its children; a missing one can be made. */
export function artifactNode(product: ProductStatus, artifact: ArtifactStatus, parent: string): TreeNode {
  const absent = isAbsent(artifact);
  const id = `${parent}/artifact:${artifact.type}`;
  const several = artifact.documents.length > 1 || (absent && artifact.documents.length > 0);
  const [only] = several ? [] : artifact.documents;
  return node({
    id,
    context: absent ? 'artifact-absent' : 'artifact',
    label: artifact.title,
    description: artifactWords(artifact),
    tooltip: artifactTooltip(artifact),
    icon:
      artifact.state === 'missing' && artifact.need !== 'required' ? recommendedIcon : documentIcons[artifact.state],
    open: only ? { uri: documentUri(product.rootUri, only.path) } : undefined,
    create: absent ? creationOf(product, artifact) : undefined,
    children: several ? artifact.documents.map(document => documentNode(product, document, id)) : [],
  });
}

function artifactWords({ state, need, documents }: ArtifactStatus): string {
  const parts = [documentWords[state]];
  if (state === 'missing' && need !== 'required') parts.push(need);
  if (documents.some(document => document.overdue)) parts.push('review overdue');
  if (documents.length > 1) parts.push(counted(documents.length, 'document'));
  return parts.join(' · ');
}

function artifactTooltip(artifact: ArtifactStatus): readonly string[] {
  const { title, state, accountable, documents, newPath } = artifact;
  return [
    `${title}: ${documentWords[state]}`,
    documentMeanings[state],
    ...(isAbsent(artifact) ? [`It would be ${newPath}.`] : documents.map(document => document.path)),
    ...(accountable ? [`Answers for it: ${roleWords(accountable)}.`] : []),
  ];
}

function documentNode(product: ProductStatus, document: DocumentStatus, parent: string): TreeNode {
  const { path, title, state, overdue } = document;
  return node({
    id: `${parent}/document:${path}`,
    context: 'document',
    label: title,
    description: overdue ? `${documentWords[state]} · review overdue` : documentWords[state],
    tooltip: [`${title}: ${documentWords[state]}`, documentMeanings[state], path],
    icon: documentIcons[state],
    open: { uri: documentUri(product.rootUri, path) },
  });
}
