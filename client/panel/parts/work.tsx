import { send } from '../host.ts';
import type { WorkItem, WorkNote, WorkSection } from '../model/work.ts';

/** A list of things to do, each with its one button. */
export const Work = ({ section: { key, heading, items, notes } }: { readonly section: WorkSection }) => (
  <section class="work" aria-labelledby={`work-${key}`}>
    <h2 id={`work-${key}`}>{heading}</h2>
    {items.length > 0 && (
      <ul class="items">
        {items.map(item => (
          <Item key={item.key} item={item} />
        ))}
      </ul>
    )}
    {notes.map(note => (
      <Note key={note.key} note={note} />
    ))}
  </section>
);

const Item = ({ item: { title, detail, button } }: { readonly item: WorkItem }) => (
  <li>
    <span>
      {title}
      {detail && <small>{detail}</small>}
    </span>
    {button && (
      <button
        type="button"
        class={button.isFirst ? 'button primary' : 'button'}
        aria-label={button.label}
        title={button.label}
        onClick={() => send(button.request)}
      >
        {button.text}
      </button>
    )}
  </li>
);

const Note = ({ note: { summary, sentences } }: { readonly note: WorkNote }) => (
  <details class="note">
    <summary>{summary}</summary>
    <ul>
      {sentences.map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </details>
);
