import type { PhaseForEditor, ProductStatus, StageStatus, StatusReport } from '../../server/lsp/protocol.ts';
import { gatesAfter, gatesAtEnd, productName, shownArtifacts } from '../status/product.ts';
import { counted, criteriaWords, findingsWords, shareWords } from '../status/sentences.ts';
import { phaseWords, stageWords } from '../status/words.ts';
import { artifactNode } from './tree/artifact.ts';
import { gateNode } from './tree/gate.ts';
import { phaseIcons, stageIcons } from './tree/icons.ts';
import { node, type TreeNode } from './tree/node.ts';

/** The tree of a report: phases with their stages and gates, below their product where there are several. */
export function phasesTree({ products }: StatusReport): readonly TreeNode[] {
  const [only, ...others] = products;
  if (only && others.length === 0) return phaseNodes(only);
  return products.map(productNode);
}

function productNode(product: ProductStatus): TreeNode {
  const name = productName(product);
  return node({
    id: product.definitionUri,
    context: 'product',
    kind: 'Product',
    label: name,
    description: [...(product.version ? [product.version] : []), findingsWords(product.counts)].join(' · '),
    tooltip: [name, `Lifecycle: ${product.lifecycle}.`],
    icon: { id: 'package' },
    open: { uri: product.definitionUri },
    expanded: true,
    children: phaseNodes(product),
  });
}

const phaseNodes = (product: ProductStatus): readonly TreeNode[] =>
  product.phases.map(phase => phaseNode(product, phase));

function phaseNode(product: ProductStatus, phase: PhaseForEditor): TreeNode {
  const id = `${product.definitionUri}/phase:${phase.id}`;
  const { regressed, all } = phase.gates;
  const word = phaseWords[phase.state];
  return node({
    id,
    context: 'phase',
    label: phase.title,
    description: `${word} · ${phase.artifacts.done}/${phase.artifacts.all}`,
    spoken: `Phase ${phase.title}, ${word}, ${shareWords(phase.artifacts)} documents ready`,
    tooltip: [
      `${phase.title}: ${word}`,
      `Documents ready: ${shareWords(phase.artifacts)}.`,
      `Criteria: ${criteriaWords(phase.criteria)}.`,
      `Gates passed: ${shareWords(phase.gates)}${regressed > 0 ? `, ${regressed} regressed` : ''}.`,
      ...(all === 0 ? ['No gate belongs to this phase.'] : []),
    ],
    icon: phaseIcons[phase.state],
    expanded: true,
    children: [
      ...phase.stages.flatMap(stage => [
        stageNode(product, stage, id),
        ...gatesAfter(product, stage).map(gate => gateNode(product, gate, id)),
      ]),
      ...gatesAtEnd(product, phase).map(gate => gateNode(product, gate, id)),
    ],
  });
}

function stageNode(product: ProductStatus, stage: StageStatus, parent: string): TreeNode {
  const id = `${parent}/stage:${stage.id}`;
  const artifacts = shownArtifacts(stage);
  const missing = artifacts.filter(({ state, need }) => state === 'missing' && need === 'required').length;
  const parts = [stageWords[stage.state], ...(missing > 0 ? [`${missing} missing`] : [])];
  return node({
    id,
    context: 'stage',
    kind: 'Stage',
    label: stage.title,
    description: parts.join(' · '),
    tooltip: [`${stage.title}: ${stageWords[stage.state]}`, `${counted(artifacts.length, 'kind')} of document.`],
    icon: stageIcons[stage.state],
    expanded: artifacts.some(({ state }) => state === 'missing' || state === 'stale'),
    children: artifacts.map(artifact => artifactNode(product, artifact, id)),
  });
}
