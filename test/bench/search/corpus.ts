/** A library made up from a seed: several scripts, and words as frequent as in nature (Zipf). */

/** Mulberry32: the same numbers from the same seed, everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Script {
  language: string;
  letters: string;
  /** Of all resources. */
  share: number;
  spaces: boolean;
}

const scripts: Script[] = [
  { language: 'en', letters: 'etaoinshrdlcumwf', share: 0.4, spaces: true },
  { language: 'fr', letters: 'esaitnruloédcmpà', share: 0.15, spaces: true },
  {
    language: 'zh',
    letters: Array.from({ length: 400 }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join(''),
    share: 0.15,
    spaces: false,
  },
  { language: 'ar', letters: 'اليمونرتبةعدسفهكأحج', share: 0.1, spaces: true },
  { language: 'ru', letters: 'оеаинтсрвлкмдпуяё', share: 0.1, spaces: true },
  { language: 'th', letters: 'กขคงจชดตทนบปพมยรลวสหอ', share: 0.05, spaces: false },
  { language: 'km', letters: 'កខគងចជដតថទនបពមយរលវសហអ', share: 0.05, spaces: false },
];
const VOCABULARY = 15_000;
/** Stands in every description: the most common word that there can be. */
export const EVERYWHERE = 'unesco';

export interface Tongue {
  language: string;
  /** The most common first. */
  words: string[];
  spaces: boolean;
}

export class Corpus {
  readonly tongues: Tongue[];
  private readonly random: () => number;
  private readonly cumulative: number[] = [];

  constructor(seed: number) {
    this.random = randomFrom(seed);
    let sum = 0;
    for (let rank = 1; rank <= VOCABULARY; rank += 1) this.cumulative.push((sum += 1 / rank));
    this.tongues = scripts.map(({ language, letters, spaces }) => ({
      language,
      spaces,
      words: this.vocabulary([...letters]),
    }));
  }

  private vocabulary(letters: string[]): string[] {
    const words = new Set<string>();
    while (words.size < VOCABULARY) {
      const length = 2 + Math.floor(this.random() * (1 + Math.log2(words.size + 2) / 2));
      words.add(Array.from({ length }, () => this.oneOf(letters)).join(''));
    }
    return [...words];
  }

  oneOf<T>(values: T[]): T {
    return values[Math.floor(this.random() * values.length)]!;
  }

  /** The first values are the likelier ones. */
  zipf<T>(values: T[]): T {
    const wanted = this.random() * this.cumulative[values.length - 1]!;
    let [low, high] = [0, values.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.cumulative[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return values[low]!;
  }

  tongue(): Tongue {
    let left = this.random();
    return this.tongues.find((_, index) => (left -= scripts[index]!.share) < 0) ?? this.tongues[0]!;
  }

  sentence({ words, spaces }: Tongue, length: number): string {
    return Array.from({ length }, () => this.zipf(words)).join(spaces ? ' ' : '');
  }

  /** What somebody types: words as likely as they are frequent, the last one sometimes unfinished. */
  query(): string {
    const tongue = this.tongue();
    const text = this.sentence(tongue, 1 + Math.floor(this.random() * 3));
    return this.random() < 0.3 ? text.slice(0, Math.max(1, text.length - 2)) : text;
  }
}
