/** A reading that took longer than this says little. */
const POOR_MS = 2000;
const READINGS = 5;
const BETWEEN_MS = 300;
/** Clocks drift by less than a tenth of a second in this time. */
const AGAIN_MS = 120_000;

interface ServerClockOptions {
  /** Server's clock minus this device's in ms, as far as it is known without reading. */
  known: () => number;
  read: () => Promise<{ now: string }>;
  local?: () => number;
}

/** The server's clock as this device sees it: the reading with the shortest way there and back counts. */
export class ServerClock {
  private offset: number | null = null;
  private best = Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Of the latest start; an earlier one has ended. */
  private run = 0;

  constructor(private readonly options: ServerClockOptions) {}

  now(): number {
    return this.local() + (this.offset ?? this.options.known());
  }

  /** Reads a few times now, and now and then later. @returns what ends that */
  start(): () => void {
    const run = ++this.run;
    void this.round(run);
    return () => {
      if (this.run === run) this.run += 1;
      clearTimeout(this.timer);
    };
  }

  /** One reading; a failed one changes nothing. */
  async look(): Promise<void> {
    const sent = this.local();
    const answer = await this.options.read().catch(() => null);
    const took = this.local() - sent;
    if (!answer || took >= this.best || took > POOR_MS) return;
    this.best = took;
    this.offset = Date.parse(answer.now) + took / 2 - this.local();
  }

  private async round(run: number): Promise<void> {
    this.best = Infinity;
    for (let i = 0; i < READINGS && this.run === run; i++) {
      await this.look();
      await new Promise((resolve) => (this.timer = setTimeout(resolve, BETWEEN_MS)));
    }
    if (this.run === run) this.timer = setTimeout(() => void this.round(run), AGAIN_MS);
  }

  private local(): number {
    return (this.options.local ?? Date.now)();
  }
}
