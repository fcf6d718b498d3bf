import type { ArtifactStatus, CriterionForEditor, GateForEditor, ProductStatus } from '../../../server/lsp/protocol.ts';
import { placeWords, shortPlaceWords } from '../../status/places.ts';
import { artifactOf, criteriaOf, gateAfterNext, nextGate, withoutRepeats } from '../../status/product.ts';
import { phrase } from '../../status/sentences.ts';
import { roleWords } from '../../status/words.ts';
import type { FromPanel } from '../messages.ts';

/** A list of things to do, under a heading. */
export interface WorkSection {
  readonly key: string;
  readonly heading: string;
  readonly items: readonly WorkItem[];
  /** Said under the list, quietly. */
  readonly notes: readonly WorkNote[];
}

export interface WorkItem {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly button: WorkButton | undefined;
}

interface WorkButton {
  readonly text: 'Open' | 'Create';
  /** Tells buttons with the same text apart when they are read aloud. */
  readonly label: string;
  readonly isFirst: boolean;
  readonly request: FromPanel;
}

/** A line that unfolds into sentences. */
export interface WorkNote {
  readonly key: string;
  readonly summary: string;
  readonly sentences: readonly string[];
}

/** What to do, most urgent first: the next gate, what no longer holds, and the gate after that. */
export function workSections(product: ProductStatus): readonly WorkSection[] {
  const next = nextGate(product);
  const then = gateAfterNext(product);
  return [
    ...(next ? [nextSection(product, next)] : []),
    ...regressedSection(product),
    ...(then ? thenSection(product, then) : []),
  ];
}

function nextSection(product: ProductStatus, gate: GateForEditor): WorkSection {
  const unmet = withoutRepeats(criteriaOf(gate, 'must', 'unmet'));
  const ready = unmet.length === 0;
  return {
    key: 'next',
    heading: `Next gate “${gate.title}”${ready ? ' is ready' : ' is blocked by'}`,
    items: ready ? [decisionItem(product, gate)] : unmet.map((criterion, at) => workItem(product, criterion, at === 0)),
    notes: notesOf(gate),
  };
}

const decisionItem = (product: ProductStatus, { place }: GateForEditor): WorkItem => ({
  key: 'decision',
  title: 'Record the decision',
  detail: ['Every must-criterion is met', ...(place ? [shortPlaceWords(product.rootUri, place)] : [])].join(' · '),
  button: place && {
    text: 'Open',
    label: 'Open the place of the decision',
    isFirst: true,
    request: { type: 'open', target: place },
  },
});

function notesOf(gate: GateForEditor): readonly WorkNote[] {
  const wanted = criteriaOf(gate, 'should', 'unmet').map(criterion => criterion.reason ?? criterion.say);
  return [{ key: 'should', summary: `${wanted.length} recommended, not blocking`, sentences: wanted }].filter(
    note => note.sentences.length > 0,
  );
}

function regressedSection(product: ProductStatus): readonly WorkSection[] {
  const items = product.gates
    .filter(gate => gate.state === 'regressed')
    .flatMap(gate =>
      criteriaOf(gate, 'must', 'unmet').map(criterion => {
        const item = workItem(product, criterion, false);
        return {
          ...item,
          key: `${gate.id}/${item.key}`,
          detail: [gate.title, item.detail].filter(Boolean).join(' · '),
        };
      }),
    );
  return items.length > 0 ? [{ key: 'regressed', heading: 'No longer holds', items, notes: [] }] : [];
}

function thenSection(product: ProductStatus, gate: GateForEditor): readonly WorkSection[] {
  const items = criteriaOf(gate, 'must', 'unmet')
    .filter(criterion => criterion.part === 'exit')
    .map(criterion => workItem(product, criterion, false));
  if (items.length === 0) return [];
  return [{ key: 'then', heading: `Then “${gate.title}” still needs`, items, notes: notesOf(gate) }];
}

/** One criterion with its one button: make the document that is missing, or go where the work is. */
function workItem(product: ProductStatus, criterion: CriterionForEditor, isFirst: boolean): WorkItem {
  const { id, say, reason, place, create } = criterion;
  const artifact = create === undefined ? undefined : artifactOf(product, create);
  if (artifact) return createItem(product, artifact, id, isFirst);
  return {
    key: id,
    title: phrase(reason ?? say),
    detail: place ? shortPlaceWords(product.rootUri, place) : reason === undefined ? '' : phrase(say),
    button: place && {
      text: 'Open',
      label: `Open ${placeWords(product.rootUri, place)}`,
      isFirst,
      request: { type: 'open', target: place },
    },
  };
}

function createItem(product: ProductStatus, artifact: ArtifactStatus, key: string, isFirst: boolean): WorkItem {
  const { title, type, newPath, accountable } = artifact;
  const creation = { definitionUri: product.definitionUri, type, title, path: newPath };
  return {
    key,
    title: `${title}: missing`,
    detail: accountable ? roleWords(accountable) : newPath,
    button: { text: 'Create', label: `Create ${title}: ${newPath}`, isFirst, request: { type: 'create', creation } },
  };
}
