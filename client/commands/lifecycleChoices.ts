/** A built-in lifecycle that a product can start from. */
export interface LifecycleChoice {
  /** The name that `extends` uses. */
  readonly id: string;
  readonly title: string;
  /** For whom it is, in one line. */
  readonly people: string;
  /** A document of it that a product may well not need, for the example in a new file. */
  readonly waivable: { readonly type: string; readonly reason: string };
}

const compliance = { type: 'compliance-record', reason: 'No regulated market.' };

/** The built-in lifecycles, the usual one first. */
export const lifecycleChoices = [
  {
    id: 'standard',
    title: 'Standard product lifecycle',
    people: 'Products of all kinds, hardware and software mixed',
    waivable: compliance,
  },
  {
    id: 'software',
    title: 'Software lifecycle',
    people: 'A service or an app (SaaS, web, mobile)',
    waivable: compliance,
  },
  { id: 'hardware', title: 'Hardware lifecycle', people: 'Devices and other physical goods', waivable: compliance },
  {
    id: 'regulated',
    title: 'Regulated software lifecycle',
    people: 'Medical software and the like; claims no conformity with any standard',
    waivable: { type: 'distribution-plan', reason: 'It is delivered by download only.' },
  },
  {
    id: 'library',
    title: 'Library lifecycle',
    people: 'Packages that others build on, open source above all',
    waivable: { type: 'contributing', reason: 'We take no changes from outside yet.' },
  },
  {
    id: 'lean',
    title: 'Lean lifecycle',
    people: 'A first product, two to ten people: six documents, three gates',
    waivable: { type: 'user-manual', reason: 'The product explains itself.' },
  },
] as const satisfies readonly LifecycleChoice[];
