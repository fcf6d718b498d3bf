/** An icon of the editor's own font. It only decorates: what it means is also said in words. */
export const Icon = ({ name, class: more = '' }: { readonly name: string; readonly class?: string }) => (
  <span class={`codicon codicon-${name} ${more}`} aria-hidden="true" />
);
