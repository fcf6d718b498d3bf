import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { groupBy } from '../text/groupBy.ts';
import { coveredBy } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { declarationsIn } from './declarations.ts';
import { mentionsIn } from './mentions.ts';
import type { Artifact, ItemIndex, ItemMention, RecordEntry, RecordFile } from './model.ts';
import { entry } from './yamlValue.ts';

export { mentionsIn } from './mentions.ts';

/** Finds where ids are declared and where they are used, over artifacts and records. */
export function indexItems(
  lifecycle: Lifecycle,
  artifacts: readonly Artifact[],
  records: readonly RecordFile[],
): ItemIndex {
  const declared = new Map<string, ItemMention[]>();
  const references: ItemMention[] = [];
  const declarableKinds = new Set<string>();
  const declare = (mention: ItemMention): void => {
    const known = declared.get(mention.id);
    if (known) known.push(mention);
    else declared.set(mention.id, [mention]);
  };

  const possible: ItemMention[] = [];
  const inDocuments = groupBy(
    records.filter(({ form }) => form !== 'file'),
    ({ document }) => document,
  );
  for (const [document, roles] of groupBy(artifacts, artifact => artifact.document)) {
    const { kinds, fromFileName, judge } = declarationsIn(lifecycle, document, roles);
    for (const kind of kinds) declarableKinds.add(kind);
    for (const mention of fromFileName) declare(mention);
    const named = new Set(fromFileName.map(({ id }) => id));
    const held = inDocuments.get(document) ?? [];
    for (const { kind } of held) for (const item of lifecycle.records[kind]?.declares ?? []) declarableKinds.add(item);
    const opensEntry = coveredBy(held.flatMap(({ entries }) => entries.flatMap(idSpan)));
    for (const mention of mentionsIn(lifecycle, document)) {
      const isEntry = opensEntry(mention.span.start);
      const verdict = isEntry ? 'declaration' : named.has(mention.id) ? 'reference' : judge(mention);
      if (verdict === 'declaration') declare(mention);
      else (verdict === 'possible' ? possible : references).push(mention);
    }
  }
  for (const { kind, form, document, entries } of records) {
    if (form !== 'file') continue;
    const kinds = lifecycle.records[kind]?.declares ?? [];
    for (const declares of kinds) declarableKinds.add(declares);
    const own = coveredBy(entries.flatMap(idSpan));
    for (const mention of mentionsIn(lifecycle, document))
      if (kinds.includes(mention.kind) && own(mention.span.start)) declare(mention);
      else references.push(mention);
  }
  const sure = new Set(declared.keys());
  for (const mention of possible)
    if (sure.has(mention.id)) references.push(mention);
    else declare(mention);
  return { declared, references, declarableKinds };
}

const idSpan = ({ map }: RecordEntry): readonly Span[] => {
  const span = entry(map, 'id')?.span;
  return span ? [span] : [];
};
