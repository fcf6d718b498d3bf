import type { GateReview, Opening } from '../core/status/gateReview.ts';
import type { CriterionStatus, GateStatus, Headline, PhaseStatus } from '../core/status/model.ts';

export type {
  ArtifactStateWord,
  ArtifactStatus,
  DocumentStatus,
  Share,
  StageStatus,
} from '../core/status/model.ts';

/** Custom requests and notifications between client and server: their names and types. The only file the client imports. */

/** A place as the editor counts: a document and zero-based line and UTF-16 column. */
export interface Location {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

/** Places and paths of the status are replaced by what the editor can open. */
type ForEditor<T> = T extends { readonly path: string; readonly span: unknown }
  ? Location
  : T extends readonly (infer Item)[]
    ? readonly ForEditor<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: ForEditor<T[Key]> }
      : T;

/** A phase, a gate and a criterion as views show them. */
export type PhaseForEditor = ForEditor<PhaseStatus>;
export type GateForEditor = ForEditor<GateStatus>;
export type CriterionForEditor = ForEditor<CriterionStatus>;

/** The status of one product as views show it. Document paths are relative to `rootUri`. */
export interface ProductStatus {
  /** The workspace folder against which the paths inside are read. */
  readonly rootUri: string;
  readonly definitionUri: string;
  readonly product: string | undefined;
  readonly version: string | undefined;
  readonly lifecycle: string;
  readonly asOf: string;
  readonly phases: readonly PhaseForEditor[];
  readonly gates: readonly GateForEditor[];
  readonly next: string | undefined;
  readonly counts: Readonly<Record<'error' | 'warning' | 'info' | 'hint', number>>;
  readonly headline: ForEditor<Headline> | undefined;
}

export interface StatusReport {
  /** One for each `lifecycle.yaml`, in path order; empty when the workspace has none. */
  readonly products: readonly ProductStatus[];
  /** False while the first check of the whole workspace is going on. */
  readonly complete: boolean;
}

/** Request, client → server: the status now. Params: none. */
export const statusRequest = 'slipway/status';
/** Notification, server → client: the status changed. Params: `StatusReport`. */
export const statusChanged = 'slipway/statusChanged';
/** Request, client → server: check everything again. Resolves when done. */
export const checkWorkspaceRequest = 'slipway/checkWorkspace';
/** Request, client → server: the edit that creates a document. Params: `NewDocumentParams`; result: `NewDocumentResult`. */
export const newDocumentRequest = 'slipway/newDocument';

export interface NewDocumentParams {
  readonly definitionUri: string;
  /** Artifact type id. */
  readonly type: string;
}

export interface NewDocumentResult {
  readonly uri: string;
  /** The skeleton as plain text, and as a snippet with tab stops. */
  readonly text: string;
  readonly snippet: string;
}

/**
 * Request, client → server: what blocks a gate, and what passing it would open. Params: `GateReviewParams`; result:
 * `GateReviewResult`.
 */
export const gateReviewRequest = 'slipway/gateReview';

export interface GateReviewParams {
  readonly definitionUri: string;
  /** Gate id. */
  readonly gate: string;
}

export interface GateReviewResult extends ForEditor<Omit<GateReview, 'opens'>> {
  readonly opens: ForEditor<Omit<Opening, 'findings'>> & { readonly findings: readonly ForeseenFinding[] };
}

/** A finding that would be new or graver after a go. */
interface ForeseenFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly place: Location;
}
