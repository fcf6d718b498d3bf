import type { CriterionForEditor, GateForEditor, ProductStatus } from '../../../server/lsp/protocol.ts';
import { artifactOf, criteriaOf, withoutRepeats } from '../../status/product.ts';
import { criteriaWords, phrase, sentence } from '../../status/sentences.ts';
import { criterionWords, gateMeanings, gateWord } from '../../status/words.ts';
import { creationOf } from './artifact.ts';
import { criterionIcon, gateIcons } from './icons.ts';
import { node, type TreeNode } from './node.ts';

/** A row for a gate; its children are the criteria that are not known to be met, what blocks it first. */
export function gateNode(product: ProductStatus, gate: GateForEditor, parent: string): TreeNode {
  const id = `${parent}/gate:${gate.id}`;
  const isNext = gate.id === product.next;
  const word = gateWord(gate, isNext);
  return node({
    id,
    context: 'gate',
    label: gate.title,
    description: gate.must.all > 0 ? `${word} · ${gate.must.done}/${gate.must.all}` : word,
    spoken: `Gate ${gate.title}, ${word}, ${criteriaWords(gate.must)}`,
    tooltip: [
      `${gate.title}: ${word}`,
      ...(gate.question ? [gate.question] : []),
      gateMeanings[gate.state],
      `Must-criteria: ${criteriaWords(gate.must)}.`,
    ],
    icon: gateIcons[gate.state],
    open: gate.place,
    expanded: isNext,
    children: withoutRepeats(openCriteria(gate)).map(criterion => criterionNode(product, gate, criterion, id)),
  });
}

const openCriteria = (gate: GateForEditor): readonly CriterionForEditor[] => [
  ...criteriaOf(gate, 'must', 'unmet'),
  ...criteriaOf(gate, 'should', 'unmet'),
];

function criterionNode(
  product: ProductStatus,
  gate: GateForEditor,
  criterion: CriterionForEditor,
  parent: string,
): TreeNode {
  const { say, reason, state, level } = criterion;
  const words = level === 'should' ? `${criterionWords[state]} · recommended` : criterionWords[state];
  const artifact = criterion.create === undefined ? undefined : artifactOf(product, criterion.create);
  return node({
    id: `${parent}/criterion:${criterion.id}`,
    context: artifact ? 'criterion-absent' : 'criterion',
    kind: 'Criterion',
    label: phrase(state === 'unmet' ? (reason ?? say) : say),
    description: words,
    tooltip: [say, ...(state === 'unmet' && reason ? [sentence(reason)] : []), `This is ${criterionWords[state]}.`],
    icon: criterionIcon(criterion, gate),
    open: criterion.place,
    create: artifact && creationOf(product, artifact),
  });
}
