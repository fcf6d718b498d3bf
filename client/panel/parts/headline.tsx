import { send } from '../host.ts';
import type { HeadlineView } from '../model/view.ts';
import { Icon } from './icon.tsx';

const tones = { error: 'bad', warning: 'warn', info: 'now', hint: 'plain' } as const;
const icons = { error: 'error', warning: 'warning', info: 'info', hint: 'lightbulb' } as const;

/** The worst thing, said once. */
export function Headline({ headline: { severity, title, detail, link } }: { readonly headline: HeadlineView }) {
  return (
    <section class={`headline ${severity}`} aria-label={severity === 'error' ? 'Worst problem' : 'Most important'}>
      <Icon name={icons[severity]} class={tones[severity]} />
      <div>
        <p>
          <b>{title}</b>
        </p>
        <p>
          {detail}{' '}
          {link && (
            <button type="button" class="link" onClick={() => send(link.request)}>
              {link.text}
            </button>
          )}
        </p>
      </div>
    </section>
  );
}
