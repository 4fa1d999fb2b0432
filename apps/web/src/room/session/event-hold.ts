/** Keeps events back while something older than they are is still on its way to the state; then gives them in order. */
export class EventHold {
  private kept: (() => void)[] | null = null;

  /** From now on events are kept, until `release`. */
  begin(): void {
    this.kept ??= [];
  }

  /** @returns whether it was kept; if not, it is the caller's to apply now */
  keep(apply: () => void): boolean {
    this.kept?.push(apply);
    return this.kept !== null;
  }

  /** Applies what was kept. Safe to call again. */
  release(): void {
    const kept = this.kept ?? [];
    this.kept = null;
    for (const apply of kept) apply();
  }
}
