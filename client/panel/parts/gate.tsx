import { send } from '../host.ts';
import type { CriterionView, GateView } from '../model/gates.ts';
import { Bar } from './bar.tsx';
import { GateShape } from './gateShape.tsx';
import { Icon } from './icon.tsx';

interface Props {
  readonly gate: GateView;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** A gate on the line. It unfolds to what it asks, its criteria and where its decision stands. */
export function Gate({ gate, isOpen, onToggle }: Props) {
  const { state, tone, isNext, title, word, count, must, spoken } = gate;
  return (
    <li class={`gate ${state} ${isNext ? 'next' : ''}`}>
      <details open={isOpen} onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
        <summary title={gate.meaning}>
          <GateShape state={state} tone={tone} isNext={isNext} />
          <span class="name">
            <span class="unseen">Gate </span>
            {title}
          </span>
          <span class={`word ${tone}`}>
            {word} <span aria-hidden="true">{count}</span>
            <span class="unseen">{spoken}</span>
          </span>
          <span class="end">
            <Bar done={must.done} wrong={0} all={must.all} />
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} class="turn" />
          </span>
        </summary>
        {isOpen && <Unfolded gate={gate} />}
      </details>
    </li>
  );
}

function Unfolded({ gate: { question, criteria, link } }: { readonly gate: GateView }) {
  return (
    <div class="unfolded">
      {question && <p class="question">{question}</p>}
      <ul>
        {criteria.map(criterion => (
          <Criterion key={criterion.key} criterion={criterion} />
        ))}
      </ul>
      {link && (
        <button type="button" class="link" onClick={() => send(link.request)}>
          {link.text}
        </button>
      )}
    </div>
  );
}

const marks = { met: 'check', unmet: 'close' } as const;

function Criterion({ criterion: { state, text, word, note, request } }: { readonly criterion: CriterionView }) {
  return (
    <li class={state}>
      <Icon name={marks[state]} />
      <span>
        {request ? (
          <button type="button" class="link" onClick={() => send(request)}>
            {text}
          </button>
        ) : (
          text
        )}
        {note && <small> · {note}</small>}
        <span class="unseen"> ({word})</span>
      </span>
    </li>
  );
}
