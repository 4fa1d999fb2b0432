interface Known<T> {
  version: number;
  madeAt: number;
  value: Promise<T>;
}

/** What the version does not tell of, such as a changed name, is seen after this. */
const LONGEST_MS = 2_000;

/**
 * Keeps, for each key, what was made of its present version: of a full house that comes in at once, only the first one
 * makes it. Bounded: of more than `capacity` keys those untouched longest go first.
 */
export class Latest<T> {
  private readonly known = new Map<string, Known<T>>();

  constructor(
    private readonly capacity = 1_000,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get(key: string, version: number, make: () => Promise<T>): Promise<T> {
    const known = this.known.get(key);
    this.known.delete(key);
    const madeAt = this.now();
    const good = known?.version === version && madeAt - known.madeAt < LONGEST_MS;
    const kept = good ? known : { version, madeAt, value: make() };
    this.known.set(key, kept);
    if (this.known.size > this.capacity) this.known.delete(this.known.keys().next().value!);
    if (kept !== known) kept.value.catch(() => this.forget(key, kept));
    return kept.value;
  }

  private forget(key: string, known: Known<T>): void {
    if (this.known.get(key) === known) this.known.delete(key);
  }
}
