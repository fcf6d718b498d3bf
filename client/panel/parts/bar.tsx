interface Props {
  readonly done: number;
  readonly wrong: number;
  readonly unknown: number;
  readonly all: number;
}

/** A count as a bar: done is filled, unknown is hatched, the rest is empty. The same is always said in words too. */
export const Bar = ({ done, wrong, unknown, all }: Props) => (
  <span class="bar" aria-hidden="true">
    <Zone kind="done" size={done} />
    <Zone kind="wrong" size={wrong} />
    <Zone kind="unknown" size={unknown} />
    <Zone kind="rest" size={all - done - wrong - unknown} />
  </span>
);

const Zone = ({ kind, size }: { readonly kind: string; readonly size: number }) =>
  size > 0 ? <i class={kind} style={{ flexGrow: String(size) }} /> : null;
