import { facetNames, type SearchFacets } from '@lectern/contracts';
import type { ResourceRow } from './resource.entities';
import type { Counted } from './search.counts';

export type FacetName = (typeof facetNames)[number];

/** The values of one resource, or those asked for. */
export type FacetValues = Record<FacetName, string[]>;

/** What was found, counted. */
export interface Tally {
  total: number;
  /** The combinations that fit all that is asked for. */
  fitting: number[];
  facets: SearchFacets;
}

/** Values shown of each facet; those asked for are always among them. */
const MOST_VALUES = 30;

/** What a resource can be narrowed by. A new facet is a name in the contract and a line here. */
export function facetsOf(row: ResourceRow): FacetValues {
  return {
    language: row.languages,
    kind: [row.kind],
    licence: [row.licence],
    year: [(row.recordedAt ?? row.publishedAt ?? row.createdAt).slice(0, 4)],
    institution: row.institutions,
  };
}

const bitOf = (facet: FacetName): number => 1 << facetNames.indexOf(facet);

interface Value {
  facet: FacetName;
  value: string;
}

/**
 * The combinations of values that occur, under their numbers, which never change. Each value has a small number too:
 * there may be thousands of combinations in what one search finds.
 */
export class FacetTable {
  private readonly combinations = new Map<number, Int32Array>();
  private readonly values: Value[] = [];
  /** For each value the bit of its facet. */
  private readonly facetBits: number[] = [];
  private readonly numbers = new Map<string, number>();

  get size(): number {
    return this.combinations.size;
  }

  has(id: number): boolean {
    return this.combinations.has(id);
  }

  learn(id: number, values: FacetValues): void {
    const all = facetNames.flatMap((facet) =>
      [...new Set(values[facet])].map((value) => this.number({ facet, value })),
    );
    this.combinations.set(id, Int32Array.from(all));
  }

  clear(): void {
    this.combinations.clear();
    this.values.length = 0;
    this.facetBits.length = 0;
    this.numbers.clear();
  }

  private number(value: Value): number {
    const key = `${value.facet}:${value.value}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.values.length);
    this.facetBits.push(bitOf(value.facet));
    return this.values.push(value) - 1;
  }

  /**
   * Within a facet one of the values asked for is enough; each facet must agree. The values of a facet are counted among
   * the resources that fit the other facets: each number says how many there would be if that value were chosen too.
   */
  tally(found: Counted[], wanted: FacetValues): Tally {
    const { asked, bits } = this.asked(wanted);
    const counts = new Int32Array(this.values.length);
    const fitting: number[] = [];
    let total = 0;
    for (const [id, count] of found) {
      const members = this.combinations.get(id)!;
      let missed = asked;
      for (const member of members) missed &= ~bits[member]!;
      // Two facets do not fit: whatever is chosen in one of them, the other still does not.
      if ((missed & (missed - 1)) !== 0) continue;
      for (const member of members) if (missed === 0 || this.facetBits[member] === missed) counts[member]! += count;
      if (missed !== 0) continue;
      fitting.push(id);
      total += count;
    }
    return { total, fitting, facets: this.facets(counts, wanted) };
  }

  /** All combinations that fit, whether or not there is something of them among what is found. */
  fitting(wanted: FacetValues): number[] {
    const { asked, bits } = this.asked(wanted);
    const fitting: number[] = [];
    for (const [id, members] of this.combinations) {
      let missed = asked;
      for (const member of members) missed &= ~bits[member]!;
      if (missed === 0) fitting.push(id);
    }
    return fitting;
  }

  /** A bit for each facet in which something is asked for, and for each value that is asked for the bit of its facet. */
  private asked(wanted: FacetValues): { asked: number; bits: Int32Array } {
    const bits = new Int32Array(this.values.length);
    let asked = 0;
    for (const facet of facetNames)
      for (const value of wanted[facet]) {
        asked |= bitOf(facet);
        const number = this.numbers.get(`${facet}:${value}`);
        if (number !== undefined) bits[number] = bitOf(facet);
      }
    return { asked, bits };
  }

  private facets(counts: Int32Array, wanted: FacetValues): SearchFacets {
    const lists: SearchFacets = { language: [], kind: [], licence: [], year: [], institution: [] };
    this.values.forEach(({ facet, value }, number) => {
      const count = counts[number]!;
      if (count > 0 || wanted[facet].includes(value)) lists[facet].push({ value, count });
    });
    for (const facet of facetNames) {
      for (const value of wanted[facet])
        if (!this.numbers.has(`${facet}:${value}`)) lists[facet].push({ value, count: 0 });
      lists[facet] = lists[facet]
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .filter(({ value }, index) => index < MOST_VALUES || wanted[facet].includes(value));
    }
    return lists;
  }
}
