import type { ArtifactStateWord, GateForEditor } from '../../../server/lsp/protocol.ts';

/** How a page is drawn. The shape alone tells the states apart; the tone only helps. */
export type PageShape = 'full' | 'half' | 'outline' | 'hatched' | 'dashed' | 'dotted' | 'struck' | 'away';

/** A colour by what it means. */
export type Tone = 'good' | 'now' | 'plain' | 'warn' | 'bad' | 'faint';

export interface PageLook {
  readonly shape: PageShape;
  readonly tone: Tone;
}

export const pageLooks: Readonly<Record<ArtifactStateWord, PageLook>> = {
  approved: { shape: 'full', tone: 'good' },
  released: { shape: 'full', tone: 'good' },
  'in-review': { shape: 'half', tone: 'now' },
  draft: { shape: 'outline', tone: 'plain' },
  stale: { shape: 'hatched', tone: 'warn' },
  missing: { shape: 'dashed', tone: 'bad' },
  later: { shape: 'dotted', tone: 'faint' },
  waived: { shape: 'struck', tone: 'plain' },
  elsewhere: { shape: 'away', tone: 'plain' },
  superseded: { shape: 'struck', tone: 'faint' },
  retired: { shape: 'struck', tone: 'faint' },
};

/** The tone of a gate's words; the diamond's fill follows its state. */
export const gateTones: Readonly<Record<GateForEditor['state'], Tone>> = {
  later: 'faint',
  blocked: 'now',
  ready: 'good',
  passed: 'good',
  conditional: 'warn',
  regressed: 'bad',
  stopped: 'bad',
};
