import type { EventPayload, MediaSource, ProducerInfo } from '@lectern/contracts';
import { notFound } from '@lectern/kernel';
import type { Producer, Transport } from 'mediasoup/types';
import { guard } from './errors';
import type { FlowGate } from './flow-gate';
import { checkKind, fromWireParameters } from './rtp';

export type ProduceInput = EventPayload<'producer:create'>;

/** What the producers of a peer tell its room. */
export interface Stage {
  readonly gate: FlowGate;
  /** It has come and may be tapped; it flows once it is through the gate. */
  entered(info: ProducerInfo, producer: Producer): void;
  opened(info: ProducerInfo): void;
  changed(info: ProducerInfo): void;
  ended(info: ProducerInfo): void;
}

interface Owner {
  readonly peerId: string;
  readonly participantId: string;
  readonly closed: boolean;
}

interface Entry {
  producer: Producer;
  source: MediaSource;
  /** It waits at the gate; nobody is told that it is paused, as it is not by anybody's wish. */
  held: boolean;
  language?: string;
}

/** However many viewers join at once, a sender is asked for at most one key frame in this time. */
const keyFrameRequestDelayMs = 1_000;

/** The tracks that one peer sends: at most one for each source. */
export class PeerProducers {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly owner: Owner,
    private readonly stage: Stage,
  ) {}

  /** Opens a producer in place of the one of the same source. */
  async open(transport: Transport, input: ProduceInput): Promise<string> {
    const { kind, source, paused, language } = input;
    checkKind(kind, source, input.rtpParameters);
    const rtpParameters = fromWireParameters(input.rtpParameters);
    // The old one goes first: it may use the same SSRC on the same transport.
    this.closeSource(source);
    const held = this.stage.gate.holds && !paused;
    const producer = await guard('VALIDATION_FAILED', 'The track cannot be sent with these parameters', () =>
      transport.produce({ kind, rtpParameters, paused: paused || held, keyFrameRequestDelay: keyFrameRequestDelayMs }),
    );
    const entry = { producer, source, held, language };
    this.add(entry, transport);
    if (held) await this.letGo(entry);
    this.stage.opened(this.info(entry));
    return producer.id;
  }

  private async letGo(entry: Entry): Promise<void> {
    await this.stage.gate.pass(this.info(entry));
    // Replaced, cut off or muted meanwhile.
    if (entry.producer.closed) throw notFound('This track');
    if (!entry.held) return;
    await guard('MEDIA_UNAVAILABLE', 'The track cannot be sent', () => entry.producer.resume());
    entry.held = false;
  }

  async pause(producerId: string): Promise<void> {
    await this.change(producerId, (producer) => producer.pause());
  }

  async resume(producerId: string): Promise<void> {
    await this.change(producerId, (producer) => producer.resume());
  }

  close(producerId: string): void {
    this.get(producerId).producer.close();
  }

  private add(entry: Entry, transport: Transport): void {
    const { producer, source } = entry;
    if (this.owner.closed || transport.closed || producer.closed) {
      producer.close();
      throw notFound('This transport');
    }
    // Two calls for one source may have run at once: the later answer wins.
    this.closeSource(source);
    this.entries.set(producer.id, entry);
    producer.observer.once('close', () => this.gone(entry));
    this.stage.entered(this.info(entry), producer);
  }

  private gone(entry: Entry): void {
    this.entries.delete(entry.producer.id);
    this.stage.ended(this.info(entry));
  }

  private async change(producerId: string, action: (producer: Producer) => Promise<void>): Promise<void> {
    const entry = this.get(producerId);
    const before = this.info(entry).paused;
    entry.held = false;
    await guard('MEDIA_UNAVAILABLE', 'The track cannot be changed', () => action(entry.producer));
    if (entry.producer.paused !== before) this.stage.changed(this.info(entry));
  }

  private get(producerId: string): Entry {
    const entry = this.entries.get(producerId);
    if (!entry) throw notFound('This track');
    return entry;
  }

  private closeSource(source: MediaSource): void {
    for (const entry of this.entries.values()) if (entry.source === source) entry.producer.close();
  }

  private info({ producer, source, held, language }: Entry): ProducerInfo {
    const { peerId, participantId } = this.owner;
    const { id: producerId, kind } = producer;
    const paused = producer.paused && !held;
    return { producerId, peerId, participantId, kind, source, paused, ...(language && { language }) };
  }
}
