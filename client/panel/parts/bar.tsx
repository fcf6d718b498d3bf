interface Props {
  readonly done: number;
  readonly wrong: number;
  readonly all: number;
}

/** A count as a bar: done and wrong are filled, the rest is empty. The same is always said in words too. */
export const Bar = ({ done, wrong, all }: Props) => (
  <span class="bar" aria-hidden="true">
    <Zone kind="done" size={done} />
    <Zone kind="wrong" size={wrong} />
    <Zone kind="rest" size={all - done - wrong} />
  </span>
);

const Zone = ({ kind, size }: { readonly kind: string; readonly size: number }) =>
  size > 0 ? <i class={kind} style={{ flexGrow: String(size) }} /> : null;
