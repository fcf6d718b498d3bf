import assert from 'node:assert/strict';

export interface Counter {
  count: number;
}

/** The same list; every look at one of its items or its length is counted. */
export const counting = <Item extends object>(list: readonly Item[], counter: Counter): readonly Item[] =>
  new Proxy(list, {
    get(target, key, receiver) {
      counter.count += 1;
      return Reflect.get(target, key, receiver);
    },
  });

/** Checks that four times the size costs less than eight times the looks: n log n passes, n² does not. */
export function assertLinear(looks: (size: number) => number, size: number): void {
  const [once, fourTimes] = [looks(size), looks(size * 4)];
  assert.ok(fourTimes < once * 8, `${once} looks for ${size}, ${fourTimes} for ${size * 4}`);
}
