import type { SocketTicket } from '@lectern/contracts';

/** Not used in its last moments: it has a way to go. */
const MARGIN_MS = 10_000;
/** Renewed after this share of its life, a little sooner for some than for others. */
const RENEW_AFTER = 0.6;
const SPREAD = 0.2;

/** The ticket for the next connection, as entering or the room has given it, and the renewal that keeps it fresh. */
export class NextTicket {
  private ticket: string | undefined;
  private goodUntil = 0;
  private renewal: ReturnType<typeof setInterval> | undefined;

  /** @param renew asks the room for the next one, when the one that is kept gets old; and again, should that fail */
  constructor(private readonly renew: () => void) {}

  keep({ ticket, seconds }: SocketTicket): void {
    this.drop();
    this.ticket = ticket;
    this.goodUntil = Date.now() + seconds * 1000 - MARGIN_MS;
    const share = RENEW_AFTER + SPREAD * Math.random();
    this.renewal = setInterval(this.renew, seconds * 1000 * share);
  }

  /** @returns the ticket, once; undefined when there is none, or it is too old. */
  take(): string | undefined {
    const { ticket } = this;
    this.drop();
    return Date.now() < this.goodUntil ? ticket : undefined;
  }

  drop(): void {
    clearInterval(this.renewal);
    this.ticket = undefined;
  }
}
