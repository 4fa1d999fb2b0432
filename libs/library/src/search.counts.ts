/** The number of a combination of values, and how many of the resources found have it. */
export type Counted = readonly [id: number, count: number];

const [ZERO, COMMA] = [48, 44];

/**
 * Counts how often each number stands in a list like `7,9,7`. There is one for each resource found, so it is read by its
 * characters, into an array: with texts and a map it would take several times as long.
 */
export function countsOf(list: string): Counted[] {
  if (list === '') return [];
  let counts = new Int32Array(1 << 14);
  let number = 0;
  for (let i = 0; i <= list.length; i++) {
    const code = i < list.length ? list.charCodeAt(i) : COMMA;
    if (code !== COMMA) {
      number = number * 10 + code - ZERO;
      continue;
    }
    if (number >= counts.length) counts = grown(counts, number);
    counts[number]! += 1;
    number = 0;
  }
  const found: Counted[] = [];
  counts.forEach((count, id) => count > 0 && found.push([id, count]));
  return found;
}

function grown(counts: Int32Array, index: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(index + 1, counts.length * 2));
  larger.set(counts);
  return larger;
}
