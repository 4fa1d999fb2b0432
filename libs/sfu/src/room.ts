import type { ProducerInfo, RtpCapabilities, VideoCodec } from '@lectern/contracts';
import { DomainError, notFound } from '@lectern/kernel';
import type { Producer } from 'mediasoup/types';
import { codecFor } from './codec.policy';
import type { FlowGate } from './flow-gate';
import { LayerDemand } from './layer-demand';
import { LiveObject } from './live-object';
import type { SfuLogger } from './options';
import { Peer, type PeerIdentity, type PeerRoom } from './peer';
import { expectedTracks } from './placement.policy';
import type { RoomSite, SentTrack } from './room-site';
import { RoomSites, type SiteSource } from './room-sites';
import { RoomSpeaker } from './room-speaker';
import { Tap, type TapTarget } from './tap';

export type RoomEvents = {
  'producer-opened': [ProducerInfo];
  /** It was muted or unmuted. */
  'producer-changed': [ProducerInfo];
  'producer-closed': [ProducerInfo];
  /** The highest layer of a video that anybody watches is another now, or nobody watches it (null). */
  'layers-wanted': [LayersWanted];
  /** A device has come that cannot decode the codec of before: cameras are to be sent in this one from now on. */
  'codec-changed': [VideoCodec];
  /** The peer that speaks now, or nobody. */
  'speaker-changed': [peerId: string | null];
  closed: [];
};

export interface LayersWanted {
  producerId: string;
  /** Who sends it. */
  peerId: string;
  spatialLayer: number | null;
}

interface Sent extends SentTrack {
  info: ProducerInfo;
}

export interface RoomOptions {
  id: string;
  /** What its tracks wait for before they flow. */
  gate: FlowGate;
}

/** What a room asks of its pool. */
export interface RoomSource extends SiteSource {
  readonly rtpCapabilities: RtpCapabilities;
  readonly videoCodec: VideoCodec;
}

/**
 * The media of one event: its peers and what they send, over one media worker or several. Closing it ends, in this
 * order, its taps, its routers (and so every transport, producer and consumer), then its peers; none of these ends is
 * told as `producer-closed`. When a worker dies, its peers are `lost` first, then their tracks are told as closed.
 */
export class Room extends LiveObject<RoomEvents> {
  private readonly peers = new Map<string, Peer>();
  private readonly sent = new Map<string, Sent>();
  /** Tracks that ended with their worker and are not told yet. */
  private orphans: ProducerInfo[] = [];
  private readonly taps = new Set<Tap>();
  private readonly demand = new LayerDemand((producerId, layer) => this.tellWanted(producerId, layer));
  private readonly stage: PeerRoom;
  private readonly sites: RoomSites;
  private readonly voices: RoomSpeaker;
  private codec: VideoCodec;

  private constructor(
    readonly id: string,
    gate: FlowGate,
    private readonly source: RoomSource,
    logger: SfuLogger,
  ) {
    super(logger);
    this.codec = source.videoCodec;
    this.stage = this.makeStage(gate);
    this.sites = new RoomSites(source, (site) => this.lose(site), logger);
    this.voices = new RoomSpeaker(
      () => this.sites.home,
      (peerId) => this.tell('speaker-changed', peerId),
      logger,
    );
  }

  /** Made by `WorkerPool.createRoom`. */
  static async open({ id, gate }: RoomOptions, source: RoomSource, logger: SfuLogger): Promise<Room> {
    const room = new Room(id, gate, source, logger);
    await room.sites.begin();
    return room;
  }

  /** What clients load into their device. `abs-capture-time` is left out: see the README. */
  get rtpCapabilities(): RtpCapabilities {
    return this.source.rtpCapabilities;
  }

  /**
   * How cameras are to be sent: as the pool prefers, until a device comes that cannot decode that; then VP8 for the rest
   * of the room's life, since whoever came once may come again.
   */
  get videoCodec(): VideoCodec {
    return this.codec;
  }

  /** The peer that speaks now. */
  get speaker(): string | null {
    return this.voices.speaker;
  }

  get peerCount(): number {
    return this.peers.size;
  }

  /** All tracks sent into the room now. */
  get producers(): ProducerInfo[] {
    return [...this.sent.values()].map(({ info }) => info);
  }

  peer(peerId: string): Peer | undefined {
    return this.peers.get(peerId);
  }

  /** @throws DomainError CONFLICT for a `peerId` that is in the room, MEDIA_UNAVAILABLE when the room is closed. */
  addPeer(identity: PeerIdentity): Peer {
    if (this.closed) throw new DomainError('MEDIA_UNAVAILABLE', 'This room is closed; join again.');
    if (this.peers.has(identity.peerId)) throw new DomainError('CONFLICT', 'This connection is in the room already.');
    const peer = new Peer(identity, this.stage, this.logger);
    this.peers.set(peer.peerId, peer);
    peer.once('closed', () => this.peers.delete(peer.peerId));
    return peer;
  }

  /**
   * Copies a track as plain RTP to a local port; the copy starts paused.
   * @throws DomainError NOT_FOUND, MEDIA_UNAVAILABLE
   */
  async tap(producerId: string, target: TapTarget): Promise<Tap> {
    const { producer, site } = this.track(producerId);
    const tap = await Tap.open(site.router, producer, target, this.logger);
    if (this.closed || producer.closed) {
      tap.close();
      throw notFound('This track');
    }
    this.taps.add(tap);
    this.demand.watch(tap.watcher);
    tap.once('closed', () => this.taps.delete(tap));
    return tap;
  }

  protected teardown(): void {
    for (const tap of this.taps) tap.close();
    this.voices.close();
    this.demand.close();
    this.sites.close();
    for (const peer of this.peers.values()) peer.close();
    this.sent.clear();
  }

  private lose(site: RoomSite): void {
    for (const peer of this.peers.values()) if (peer.site === site) peer.lose();
    for (const info of this.orphans.splice(0)) this.tell('producer-closed', info);
    this.voices.lost(site);
  }

  private makeStage(gate: FlowGate): PeerRoom {
    return {
      gate,
      demand: this.demand,
      receives: (device) => this.suit(device),
      seat: () => this.sites.seat(expectedTracks(this.sent.size)),
      bring: async (producerId, site) => site.bring(this.track(producerId)),
      entered: (info, producer) => this.entered(info, producer),
      opened: (info) => this.opened(info),
      changed: (info) => this.changed(info),
      ended: (info) => this.ended(info),
    };
  }

  private suit(device: RtpCapabilities): void {
    const suited = codecFor(this.codec, device);
    if (suited === this.codec || this.closed) return;
    this.codec = suited;
    this.tell('codec-changed', suited);
  }

  /** @throws DomainError NOT_FOUND */
  private track(producerId: string): Sent {
    const sent = this.sent.get(producerId);
    if (!sent) throw notFound('This track');
    return sent;
  }

  private entered(info: ProducerInfo, producer: Producer): void {
    // A producer stands on a transport, and a transport in a seat.
    const site = this.peers.get(info.peerId)!.site!;
    const sent = { info, producer, site };
    this.sent.set(info.producerId, sent);
    if (info.source === 'microphone') this.voices.add(sent, info.peerId);
  }

  private opened(info: ProducerInfo): void {
    const sent = this.sent.get(info.producerId);
    if (!sent) return;
    sent.info = info;
    this.tell('producer-opened', info);
    if (info.kind === 'video') this.demand.open(info.producerId);
  }

  private tellWanted(producerId: string, spatialLayer: number | null): void {
    const sent = this.sent.get(producerId);
    if (sent && !this.closed) this.tell('layers-wanted', { producerId, peerId: sent.info.peerId, spatialLayer });
  }

  private changed(info: ProducerInfo): void {
    const sent = this.sent.get(info.producerId);
    if (!sent) return;
    sent.info = info;
    if (info.paused) this.voices.mute(info.producerId);
    this.tell('producer-changed', info);
  }

  private ended(info: ProducerInfo): void {
    const sent = this.sent.get(info.producerId);
    if (!sent || this.closed) return;
    this.sent.delete(info.producerId);
    this.voices.remove(info.producerId);
    this.demand.end(info.producerId);
    // With a worker all its tracks end, before anything else is known; that is told once its peers know.
    if (sent.site.router.closed) this.orphans.push(info);
    else this.tell('producer-closed', info);
  }
}
