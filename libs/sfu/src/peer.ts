import type { EventPayload, RtpCapabilities } from '@lectern/contracts';
import { DomainError, notFound } from '@lectern/kernel';
import type { IceParameters } from 'mediasoup/types';
import type { LayerDemand } from './layer-demand';
import { LiveObject } from './live-object';
import type { SfuLogger } from './options';
import { PeerConsumers, type ConsumeOutput, type LayersInput } from './peer-consumers';
import { PeerProducers, type ProduceInput, type Stage } from './peer-producers';
import { PeerTransports, type TransportAddress } from './peer-transports';
import type { RoomSite } from './room-site';
import type { Seat } from './room-sites';

/** Who a peer is: one connection of one person. */
export interface PeerIdentity {
  peerId: string;
  participantId: string;
}

export type PeerEvents = {
  /** A track it received has ended, or its transport was replaced. Not told for what the client closed itself. */
  'consumer-closed': [{ consumerId: string }];
  /** Its media worker died: whoever it was begins anew with another peer. `closed` follows. */
  lost: [];
  closed: [];
};

/** What a peer asks of its room. */
export interface PeerRoom extends Stage {
  /** Which layers are watched, by all peers of the room. */
  readonly demand: LayerDemand;
  /** A device of these capabilities begins to receive. */
  receives(device: RtpCapabilities): void;
  /** A place in one of the room's media workers. @throws DomainError MEDIA_UNAVAILABLE */
  seat(): Promise<Seat>;
  /** Makes a track receivable there; the answer gives it up again. @throws DomainError NOT_FOUND */
  bring(producerId: string, site: RoomSite): Promise<() => void>;
}

/**
 * One connection of one person in a room. The inputs and outputs are those of the contract's media events; ids that are
 * not this peer's own are NOT_FOUND, parameters that the worker refuses VALIDATION_FAILED, a dead worker
 * MEDIA_UNAVAILABLE. Its first transport gives it a place in one media worker, for as long as that lives.
 */
export class Peer extends LiveObject<PeerEvents> {
  readonly peerId: string;
  readonly participantId: string;
  private readonly parts: { transports: PeerTransports; producers: PeerProducers; consumers: PeerConsumers };
  private seating: Promise<Seat> | undefined;
  private seat: Seat | undefined;
  private workerDied = false;

  /** Made by `Room.addPeer`. */
  constructor(
    identity: PeerIdentity,
    private readonly room: PeerRoom,
    logger: SfuLogger,
  ) {
    super(logger);
    this.peerId = identity.peerId;
    this.participantId = identity.participantId;
    this.parts = {
      transports: new PeerTransports(),
      producers: new PeerProducers(this, room),
      consumers: new PeerConsumers(
        (producerId, site) => room.bring(producerId, site),
        (consumerId) => this.tell('consumer-closed', { consumerId }),
        room.demand,
      ),
    };
  }

  /** Opens a transport; of more than two in one direction the oldest closes. The owner adds `iceServers`. */
  async createTransport(direction: 'send'): Promise<TransportAddress>;
  async createTransport(direction: 'receive', rtpCapabilities: RtpCapabilities): Promise<TransportAddress>;
  async createTransport(direction: 'send' | 'receive', rtpCapabilities?: RtpCapabilities): Promise<TransportAddress> {
    const { transports } = this.own;
    const { site } = await this.sit();
    const address = await transports.open(site, direction, rtpCapabilities);
    if (rtpCapabilities) this.room.receives(rtpCapabilities);
    return address;
  }

  async connectTransport({ transportId, dtlsParameters }: EventPayload<'transport:connect'>): Promise<void> {
    await this.own.transports.connect(transportId, dtlsParameters);
  }

  async restartIce({ transportId }: { transportId: string }): Promise<{ iceParameters: IceParameters }> {
    return { iceParameters: await this.own.transports.restartIce(transportId) };
  }

  /** Sends a track in place of an earlier one of the same source. */
  async produce(input: ProduceInput): Promise<{ producerId: string }> {
    const { transport } = this.own.transports.get(input.transportId, 'send');
    return { producerId: await this.own.producers.open(transport, input) };
  }

  async pauseProducer({ producerId }: { producerId: string }): Promise<void> {
    await this.own.producers.pause(producerId);
  }

  async resumeProducer({ producerId }: { producerId: string }): Promise<void> {
    await this.own.producers.resume(producerId);
  }

  closeProducer({ producerId }: { producerId: string }): void {
    this.own.producers.close(producerId);
  }

  /** Receives a track, paused until `resumeConsumer`. */
  async consume({ transportId, producerId }: EventPayload<'consumer:create'>): Promise<ConsumeOutput> {
    const { transports, consumers } = this.own;
    return consumers.open(transports.get(transportId, 'receive'), producerId);
  }

  /** Lets a track flow and asks its sender for a key frame. */
  async resumeConsumer({ consumerId }: { consumerId: string }): Promise<void> {
    await this.own.consumers.resume(consumerId);
  }

  async pauseConsumer({ consumerId }: { consumerId: string }): Promise<void> {
    await this.own.consumers.pause(consumerId);
  }

  /** The highest simulcast or SVC layers wanted; the worker goes below them when bandwidth lacks. */
  async setConsumerLayers(input: LayersInput): Promise<void> {
    await this.own.consumers.setLayers(input);
  }

  closeConsumer({ consumerId }: { consumerId: string }): void {
    this.own.consumers.close(consumerId);
  }

  /** The site where its transports are, once it has any. */
  get site(): RoomSite | undefined {
    return this.seat?.site;
  }

  /** Said by its room when the worker of its site has died. */
  lose(): void {
    this.workerDied = true;
    this.tell('lost');
    this.close();
  }

  protected teardown(): void {
    this.parts.consumers.mute();
    this.parts.transports.closeAll();
    this.seat?.leave();
  }

  private sit(): Promise<Seat> {
    this.seating ??= this.takeSeat().catch((error: unknown) => {
      this.seating = undefined;
      throw error;
    });
    return this.seating;
  }

  private async takeSeat(): Promise<Seat> {
    const seat = await this.room.seat();
    if (this.closed) {
      seat.leave();
      throw notFound('This connection');
    }
    this.seat = seat;
    return seat;
  }

  /** What is this peer's, while it lives. */
  private get own() {
    if (!this.closed) return this.parts;
    if (!this.workerDied) throw notFound('This connection');
    throw new DomainError('MEDIA_UNAVAILABLE', 'The media worker is gone; open new transports.');
  }
}
