import type { PhaseView, Remark } from '../model/line.ts';
import { Gate } from './gate.tsx';
import { Meters } from './meters.tsx';
import { Stage } from './stage.tsx';

interface Props {
  readonly phase: PhaseView;
  /** Key of the product, so that gates of two products are unfolded apart. */
  readonly product: string;
  readonly unfolded: readonly string[];
  readonly onUnfold: (unfolded: readonly string[]) => void;
}

/** A phase with its numbers and its part of the line; above it the border that it begins at. */
export function Phase({ phase, product, unfolded, onUnfold }: Props) {
  return (
    <>
      {phase.border && <Border crossed={phase.border} />}
      <section class="phase" aria-label={phase.title}>
        <div class="title">
          <h2>{phase.title}</h2>
          <span class={`word ${phase.tone}`}>{phase.word}</span>
        </div>
        <Meters meters={phase.meters} />
        <Remarks remarks={phase.remarks} />
        <ol class="line">
          {phase.rows.map(row => {
            if (row.kind === 'stage') return <Stage key={row.key} stage={row} />;
            const key = `${product}#${row.key}`;
            const others = unfolded.filter(each => each !== key);
            return (
              <Gate
                key={row.key}
                gate={row}
                isOpen={unfolded.includes(key)}
                onToggle={isOpen => onUnfold(isOpen ? [...others, key] : others)}
              />
            );
          })}
        </ol>
      </section>
    </>
  );
}

const Remarks = ({ remarks }: { readonly remarks: readonly Remark[] }) =>
  remarks.length > 0 ? (
    <p class="remarks">
      {remarks.map(({ part, text }) => (
        <span key={part}>
          <i class={part} aria-hidden="true" />
          {text}
        </span>
      ))}
    </p>
  ) : null;

const borderWords = { ahead: 'hand-over', crossed: 'handed over', early: 'hand-over, crossed too early' } as const;

const Border = ({ crossed }: { readonly crossed: NonNullable<PhaseView['border']> }) => (
  <p class={`border ${crossed}`}>{borderWords[crossed]}</p>
);
