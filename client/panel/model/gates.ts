import type { CriterionForEditor, GateForEditor, ProductStatus, Share } from '../../../server/lsp/protocol.ts';
import { placeWords } from '../../status/places.ts';
import { criteriaOf, withoutRepeats } from '../../status/product.ts';
import { criteriaWords, phrase } from '../../status/sentences.ts';
import { criterionWords, gateMeanings, gateWord } from '../../status/words.ts';
import type { FromPanel } from '../messages.ts';
import { gateTones, type Tone } from './looks.ts';

/** A gate on the line, with what a person sees when they unfold it. */
export interface GateView {
  readonly kind: 'gate';
  readonly key: string;
  readonly title: string;
  readonly state: GateForEditor['state'];
  readonly isNext: boolean;
  readonly tone: Tone;
  /** Beside the title: the state, and how many must-criteria are met. */
  readonly word: string;
  readonly count: string;
  readonly must: Share;
  /** The count, and for a later gate its state, as they are read aloud. */
  readonly spoken: string;
  /** Unfolded: what the gate asks, what its state means, and its must-criteria. */
  readonly question: string | undefined;
  readonly meaning: string;
  readonly criteria: readonly CriterionView[];
  /** Where its decision or its definition stands. */
  readonly link: LinkView | undefined;
}

export interface CriterionView {
  readonly key: string;
  readonly state: CriterionForEditor['state'];
  /** The sentence, or why it is not true yet. */
  readonly text: string;
  /** The state in words, for those who do not see the mark. */
  readonly word: string;
  /** What sets it apart from the counted ones, written beside it; empty for most. */
  readonly note: string;
  readonly request: FromPanel | undefined;
}

export interface LinkView {
  readonly text: string;
  readonly request: FromPanel;
}

/** A gate as the line shows it. */
export function gateView(product: ProductStatus, gate: GateForEditor): GateView {
  const isNext = gate.id === product.next;
  const word = gateWord(gate, isNext);
  const { done, all } = gate.must;
  return {
    kind: 'gate',
    key: gate.id,
    title: gate.title,
    state: gate.state,
    isNext,
    tone: gateTones[gate.state],
    word: gate.state === 'later' ? '' : word,
    count: all === 0 ? '' : `${done}/${all}`,
    must: gate.must,
    spoken: gate.state === 'later' ? `${word}, ${criteriaWords(gate.must)}` : criteriaWords(gate.must),
    question: gate.question,
    meaning: gateMeanings[gate.state],
    criteria: (['unmet', 'met'] as const).flatMap(state =>
      withoutRepeats(criteriaOf(gate, 'must', state)).map(criterionView),
    ),
    link: gate.place && {
      text: `${gate.decision === undefined ? 'Defined' : `Decision “${gate.decision}”`} in ${placeWords(product.rootUri, gate.place)}`,
      request: { type: 'open', target: gate.place },
    },
  };
}

function criterionView({ id, part, state, say, reason, place }: CriterionForEditor): CriterionView {
  return {
    key: id,
    state,
    text: phrase(state === 'unmet' ? (reason ?? say) : say),
    word: criterionWords[state],
    note: part === 'entry' ? 'to enter' : '',
    request: place && { type: 'open', target: place },
  };
}
