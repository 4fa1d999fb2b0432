import { fold } from '@lectern/kernel';

/** Scripts that write without spaces between words: there, pairs of characters stand for words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const word = /[\p{L}\p{N}\p{M}]+/gu;
const MOST_GRAMS = 400;
const MOST_COMPARED = 100;
const MOST_LOOKS = 20_000;
const LEAST = 0.34;

/** The pieces by which texts are compared, whatever their language: trigrams of words, pairs in unspaced scripts. */
export function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (const [part] of fold(text).matchAll(word)) {
    const size = unspaced.test(part) ? 2 : 3;
    const padded = [...(size === 2 ? part : ` ${part} `)];
    for (let at = 0; at <= Math.max(0, padded.length - size); at += 1)
      if (grams.size < MOST_GRAMS) grams.add(padded.slice(at, at + size).join(''));
  }
  return grams;
}

/** Finds texts that share much with a given one. What stands in many of them counts little. */
export class SimilarTexts {
  private readonly grams = new Map<string, Set<string>>();
  /** Gram → the texts that have it. */
  private readonly index = new Map<string, Set<string>>();

  get size(): number {
    return this.grams.size;
  }

  put(id: string, text: string): void {
    this.delete(id);
    const grams = gramsOf(text);
    this.grams.set(id, grams);
    for (const gram of grams) this.index.set(gram, (this.index.get(gram) ?? new Set()).add(id));
  }

  delete(id: string): void {
    for (const gram of this.grams.get(id) ?? []) {
      const texts = this.index.get(gram);
      texts?.delete(id);
      if (texts?.size === 0) this.index.delete(gram);
    }
    this.grams.delete(id);
  }

  /** @returns ids, the most similar first */
  find(text: string, most: number): string[] {
    const wanted = new Map([...gramsOf(text)].map((gram) => [gram, this.weight(gram)]));
    const own = length(wanted.values());
    return this.candidates(wanted)
      .map((id) => ({ id, score: this.likeness(id, wanted, own) }))
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, most)
      .map(({ id }) => id);
  }

  /** Texts that share the rarest pieces. The work is bounded: what stands nearly everywhere is not even looked at. */
  private candidates(wanted: ReadonlyMap<string, number>): string[] {
    const shared = new Map<string, number>();
    let looks = 0;
    for (const [gram, weight] of [...wanted].sort((a, b) => b[1] - a[1])) {
      const texts = this.index.get(gram) ?? new Set<string>();
      looks += texts.size;
      if (looks > MOST_LOOKS && shared.size > 0) break;
      for (const id of texts) shared.set(id, (shared.get(id) ?? 0) + weight ** 2);
    }
    const best = [...shared].sort((a, b) => b[1] - a[1]).slice(0, MOST_COMPARED);
    return best.map(([id]) => id);
  }

  /** The cosine of the two texts' weighted pieces: 1 for the same text. */
  private likeness(id: string, wanted: ReadonlyMap<string, number>, own: number): number {
    const grams = [...(this.grams.get(id) ?? [])];
    const weights = grams.map((gram) => this.weight(gram));
    const both = grams.reduce((sum, gram, at) => sum + (wanted.get(gram) ?? 0) * (weights[at] ?? 0), 0);
    return both / (own * length(weights));
  }

  private weight(gram: string): number {
    return Math.log(1 + (this.grams.size + 1) / ((this.index.get(gram)?.size ?? 0) + 1));
  }
}

function length(weights: Iterable<number>): number {
  let sum = 0;
  for (const weight of weights) sum += weight ** 2;
  return Math.sqrt(sum);
}
