import type { Place } from '../core/project/model.ts';
import type { GateStatus, Status } from '../core/status/model.ts';
import { type FileView, locationOf } from './convert.ts';
import type { GateForEditor, Location, ProductStatus } from './protocol.ts';

/** The status of a product with the places the editor can open. `definitionPath` is relative to the folder. */
export function productStatusOf(
  status: Status,
  definitionPath: string,
  rootUri: string,
  files: FileView,
): ProductStatus {
  const located = (place: Place | undefined): Location | undefined => place && locationOf(place, files);
  const { product, version, lifecycle, asOf, phases, next, counts, headline } = status;
  return {
    rootUri,
    definitionUri: files.uriOf(definitionPath),
    product,
    version,
    lifecycle,
    asOf,
    phases,
    gates: status.gates.map(gate => gateForEditor(gate, files)),
    next,
    counts,
    headline: headline && { ...headline, place: located(headline.place) },
  };
}

/** A gate with the places the editor can open. */
export function gateForEditor(gate: GateStatus, files: FileView): GateForEditor {
  const located = (place: Place | undefined): Location | undefined => place && locationOf(place, files);
  return {
    ...gate,
    place: located(gate.place),
    criteria: gate.criteria.map(criterion => ({ ...criterion, place: located(criterion.place) })),
  };
}
