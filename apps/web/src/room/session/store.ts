/** A value that React (by `useSyncExternalStore`) and plain classes can watch. States are replaced, never changed. */
export class Store<S extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(private state: S) {}

  readonly get = (): S => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Puts new slices in; listeners hear of it only if one is really new. */
  readonly set = (patch: Partial<S>): void => {
    const changed = (Object.keys(patch) as (keyof S)[]).some((key) => !Object.is(patch[key], this.state[key]));
    if (!changed) return;
    this.state = { ...this.state, ...patch };
    for (const listener of [...this.listeners]) listener();
  };

  readonly update = (change: (state: S) => Partial<S>): void => this.set(change(this.state));
}
