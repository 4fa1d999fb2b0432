import type { ConnectionState } from 'mediasoup-client/types';

/** All that was missed during a cut is counted as lost once the first packet after it comes. */
const SETTLE_MS = 3000;

/** Tells a line that was cut from one that is weak: what a cut has lost says nothing of the line that came back. */
export class CutWatch {
  private connected = false;
  private cut = false;
  private settledAt = 0;

  /** The transports are built anew. */
  rebuilt(): void {
    this.cut ||= this.connected;
    this.connected = false;
  }

  onState(state: ConnectionState, nowMs: number): void {
    if (state === 'disconnected' || state === 'failed') this.rebuilt();
    if (state !== 'connected') return;
    if (this.cut) this.settledAt = nowMs + SETTLE_MS;
    this.connected = true;
    this.cut = false;
  }

  /** Whether the line just now is being cut, or has hardly come back. */
  isCut(nowMs: number): boolean {
    return this.cut || nowMs < this.settledAt;
  }
}
