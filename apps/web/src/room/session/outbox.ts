import type { ChatChannel } from '@lectern/contracts';
import { CallError } from './call-error';

/** Where a message goes. */
export interface Address {
  channel: ChatChannel;
  replyTo?: string;
  threadId?: string;
}

export interface Draft {
  kind: 'question' | 'message';
  text: string;
  anonymous: boolean;
  /** Of messages; to everyone where it is missing. */
  to?: Address;
}

/** `sending`: now or as soon as there is a connection. `failed`: the server said no; the person decides. */
export interface OutboxEntry extends Draft {
  clientId: string;
  status: 'sending' | 'failed';
  at: number;
  error: CallError | null;
}

export interface OutboxPorts {
  /** Resolves once the server has it safely. */
  send(entry: OutboxEntry): Promise<void>;
  changed(entries: readonly OutboxEntry[]): void;
  newId(): string;
  now(): number;
}

const RETRY_MS = 2000;

/**
 * What was typed and has no acknowledgement yet. Each entry keeps its client id over every retry, so the server does
 * it once; nothing is dropped but by the server's word or the person's.
 */
export class Outbox {
  private entries: readonly OutboxEntry[];
  private readonly inFlight = new Set<string>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly ports: OutboxPorts,
    restored: readonly OutboxEntry[] = [],
  ) {
    this.entries = restored;
  }

  add(draft: Draft): string {
    const clientId = this.ports.newId();
    const entry: OutboxEntry = { ...draft, clientId, status: 'sending', at: this.ports.now(), error: null };
    this.replace([...this.entries, entry]);
    void this.attempt(entry);
    return clientId;
  }

  /** The room is joined (again): everything that waits goes out. */
  flush(): void {
    for (const entry of this.entries) if (entry.status === 'sending') void this.attempt(entry);
  }

  retry(clientId: string): void {
    const entry = this.entries.find((e) => e.clientId === clientId);
    if (!entry) return;
    const again: OutboxEntry = { ...entry, status: 'sending', error: null };
    this.replace(this.entries.map((e) => (e.clientId === clientId ? again : e)));
    void this.attempt(again);
  }

  discard(clientId: string): void {
    clearTimeout(this.timers.get(clientId));
    this.timers.delete(clientId);
    this.replace(this.entries.filter((e) => e.clientId !== clientId));
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private async attempt(entry: OutboxEntry): Promise<void> {
    if (this.inFlight.has(entry.clientId)) return;
    this.inFlight.add(entry.clientId);
    try {
      await this.ports.send(entry);
      this.discard(entry.clientId);
    } catch (error) {
      this.missed(entry, CallError.of(error));
    } finally {
      this.inFlight.delete(entry.clientId);
    }
  }

  private missed(entry: OutboxEntry, error: CallError): void {
    // Without a connection the next join sends it; there is nothing to say but "sending…".
    if (error.code === 'OFFLINE') return;
    if (error.retryable) return this.later(entry.clientId, error);
    this.replace(this.entries.map((e) => (e.clientId === entry.clientId ? { ...e, status: 'failed', error } : e)));
  }

  private later(clientId: string, error: CallError): void {
    clearTimeout(this.timers.get(clientId));
    const delay = error.retryAfter ? error.retryAfter * 1000 : RETRY_MS;
    this.replace(this.entries.map((e) => (e.clientId === clientId ? { ...e, error } : e)));
    this.timers.set(
      clientId,
      setTimeout(() => this.attemptAgain(clientId), delay),
    );
  }

  private attemptAgain(clientId: string): void {
    const entry = this.entries.find((e) => e.clientId === clientId);
    if (entry?.status === 'sending') void this.attempt(entry);
  }

  private replace(entries: readonly OutboxEntry[]): void {
    this.entries = entries;
    this.ports.changed(entries);
  }
}
