import { send } from '../host.ts';
import type { StageView } from '../model/line.ts';
import { PageShape } from './pageShape.tsx';

/** A stage on the line: its name and its documents. */
export const Stage = ({ stage }: { readonly stage: StageView }) => (
  <li class="stage">
    <span class="name" title={`${stage.title}: ${stage.word}`}>
      {stage.title}
      <span class="unseen">: {stage.word}</span>
    </span>
    <ul class="pages" aria-label={`Documents of ${stage.title}`}>
      {stage.pages.map(page => (
        <li key={page.key}>
          <button
            type="button"
            class="page"
            aria-label={page.label}
            title={page.tooltip}
            onClick={() => send(page.request)}
          >
            <PageShape look={page.look} overdue={page.overdue} />
          </button>
        </li>
      ))}
    </ul>
    <span class="note">{stage.note}</span>
  </li>
);
