import { type Fault, valueProblem } from './fault.ts';
import { places } from './places.ts';
import { type KeyPath, type Tree, textAt } from './tree.ts';

/** A criterion by which one gate waits for another. */
interface Wait {
  readonly to: string;
  readonly path: KeyPath;
}

/** Gates that wait for each other, so that none of them can ever be passed. One fault a circle. */
export function gateCycles(tree: Tree): readonly Fault[] {
  const waits = stuckWaits(waitsOf(tree));
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const start of waits.keys()) {
    const trail: string[] = [];
    let last: Wait | undefined;
    let gate = start;
    while (!seen.has(gate)) {
      seen.add(gate);
      trail.push(gate);
      last = waits.get(gate)?.[0];
      gate = last?.to ?? gate;
    }
    const circle = trail.indexOf(gate);
    if (last && circle >= 0) faults.push(faultOf(tree, last.path, [...trail.slice(circle), gate]));
  }
  return faults;
}

function waitsOf(tree: Tree): ReadonlyMap<string, readonly Wait[]> {
  const waits = new Map<string, Wait[]>();
  for (const pattern of ['gates.*.entry.*', 'gates.*.exit.*'])
    for (const { path } of places(tree, pattern)) {
      const to = textAt(tree, [...path, 'gate']);
      if (to === undefined || textAt(tree, [...path, 'check']) !== 'gate-passed') continue;
      const gate = String(path[1]);
      const same = waits.get(gate);
      if (same) same.push({ to, path });
      else waits.set(gate, [{ to, path }]);
    }
  return waits;
}

/** The waits that never end: those for a gate that is itself stuck. Gates that wait for nothing free others in turn. */
function stuckWaits(waits: ReadonlyMap<string, readonly Wait[]>): ReadonlyMap<string, readonly Wait[]> {
  const open = new Map([...waits].map(([gate, all]) => [gate, all.filter(({ to }) => waits.has(to)).length]));
  const waiting = new Map<string, string[]>();
  for (const [gate, all] of waits)
    for (const { to } of all) {
      const others = waiting.get(to);
      if (others) others.push(gate);
      else waiting.set(to, [gate]);
    }
  const free = [...open].flatMap(([gate, count]) => (count === 0 ? [gate] : []));
  for (let gate = free.pop(); gate !== undefined; gate = free.pop()) {
    open.delete(gate);
    for (const other of waiting.get(gate) ?? []) {
      const left = (open.get(other) ?? 0) - 1;
      if (open.has(other)) open.set(other, left);
      if (left === 0) free.push(other);
    }
  }
  return new Map(
    [...waits].flatMap(([gate, all]) => (open.has(gate) ? [[gate, all.filter(({ to }) => open.has(to))]] : [])),
  );
}

/** More gates than this in a circle are not all named. */
const chainLimit = 6;

function faultOf(tree: Tree, path: KeyPath, circle: readonly string[]): Fault {
  const gate = String(path[1]);
  const names = circle.map(id => `\`${id}\``);
  const chain = (names.length > chainLimit ? [...names.slice(0, chainLimit), '…', names[0]] : names).join(' → ');
  const message = `Gate \`${gate}\` can never be passed, because gates wait for each other: ${chain}. Take out one of these criteria.`;
  return { path, about: path, problem: () => valueProblem(tree, [...path, 'gate'], gate, message) };
}
