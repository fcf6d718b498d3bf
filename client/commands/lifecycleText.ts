import type { LifecycleChoice } from './lifecycleChoices.ts';

/**
 * The first `lifecycle.yaml` of a product that starts from a built-in lifecycle, named after its folder: `stride-one`
 * becomes “Stride one”. The name is quoted as JSON, which is YAML too.
 */
export const lifecycleText = (folder: string, { id, waivable }: LifecycleChoice): string => `\
# The lifecycle of this product: which documents it needs, what belongs in them and which gates it passes.
# Slipway checks every Markdown and YAML document in this folder and below against it.
lifecycle: 1

# Everything starts from a built-in lifecycle. Below, change only what is different for you.
extends: ${id}

product:
  name: ${JSON.stringify(productNameOf(folder))}
  # The version you are making or releasing now.
  version: 1.0.0

# A document you do not need can be waived, in the open and not for ever:
#
# waive:
#   ${waivable.type}:
#     reason: ${waivable.reason}
#     by: your name
#     until: 2030-01-01
`;

function productNameOf(folder: string): string {
  const words = folder.replace(/[-_.\s]+/g, ' ').trim();
  return words === '' ? 'My product' : words.charAt(0).toUpperCase() + words.slice(1);
}
