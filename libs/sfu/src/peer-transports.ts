import type { RtpCapabilities as WireRtpCapabilities, TransportOptions } from '@lectern/contracts';
import { DomainError, notFound } from '@lectern/kernel';
import type { DtlsState, RtpCapabilities, WebRtcTransport } from 'mediasoup/types';
import { guard } from './errors';
import { checkDtls, fromWireCapabilities } from './rtp';
import type { RoomSite } from './room-site';

export type Direction = 'send' | 'receive';

/** How a client reaches its transport; the owner adds `iceServers`. */
export type TransportAddress = Omit<TransportOptions, 'iceServers'>;

export interface TransportEntry {
  direction: Direction;
  transport: WebRtcTransport;
  site: RoomSite;
  /** What the device of a receiving transport can decode. */
  rtpCapabilities: RtpCapabilities;
  connecting: boolean;
}

/** One in use, and one that replaces it while the old one is not given up yet. */
const perDirection = 2;
/** Enough for a small video at once; the estimate grows from there within seconds. */
const initialOutgoingBitrate = 800_000;
/** A simulcast camera and a screen of 2.5 Mbit/s each, and sound. */
const maxIncomingBitrate = 6_000_000;

/** The WebRTC transports of one peer; all at the site where it sits. */
export class PeerTransports {
  private readonly entries = new Map<string, TransportEntry>();
  private closed = false;

  /** Opens a transport; the oldest of its direction gives way when there are more than two. */
  async open(site: RoomSite, direction: Direction, capabilities?: WireRtpCapabilities): Promise<TransportAddress> {
    const transport = await guard('MEDIA_UNAVAILABLE', 'No media transport can be opened', () => create(site));
    if (direction === 'send') await this.limitIncoming(transport);
    const rtpCapabilities = fromWireCapabilities(capabilities ?? { codecs: [] });
    this.add({ direction, transport, site, rtpCapabilities });
    this.evict(direction);
    const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
    return { id, iceParameters, iceCandidates, dtlsParameters };
  }

  /** @throws DomainError NOT_FOUND for an id that is not this peer's, or of the other direction. */
  get(transportId: string, direction?: Direction): TransportEntry {
    const entry = this.entries.get(transportId);
    if (!entry || (direction && entry.direction !== direction)) throw notFound('This transport');
    return entry;
  }

  /** @throws DomainError NOT_FOUND, VALIDATION_FAILED, WRONG_STATE when it is connected already. */
  async connect(transportId: string, parameters: unknown): Promise<void> {
    const entry = this.get(transportId);
    const dtlsParameters = checkDtls(parameters);
    if (entry.connecting) throw new DomainError('WRONG_STATE', 'This transport is connected already.');
    entry.connecting = true;
    try {
      await guard('VALIDATION_FAILED', 'The transport cannot be connected', () =>
        entry.transport.connect({ dtlsParameters }),
      );
    } catch (error) {
      entry.connecting = false;
      throw error;
    }
  }

  async restartIce(transportId: string): Promise<TransportAddress['iceParameters']> {
    const { transport } = this.get(transportId);
    return guard('MEDIA_UNAVAILABLE', 'ICE cannot be restarted', () => transport.restartIce());
  }

  /** Closes all, and with each its producers and consumers. */
  closeAll(): void {
    this.closed = true;
    for (const { transport } of this.entries.values()) transport.close();
  }

  private limitIncoming(transport: WebRtcTransport): Promise<void> {
    return guard('MEDIA_UNAVAILABLE', 'No media transport can be opened', () =>
      transport.setMaxIncomingBitrate(maxIncomingBitrate),
    );
  }

  private add(entry: Omit<TransportEntry, 'connecting'>): void {
    const { transport, site } = entry;
    if (this.closed || transport.closed || site.router.closed) {
      transport.close();
      throw notFound('This peer');
    }
    this.entries.set(transport.id, { ...entry, connecting: false });
    transport.observer.once('close', () => this.entries.delete(transport.id));
    transport.on('dtlsstatechange', (state) => closeWhenOver(transport, state));
  }

  private evict(direction: Direction): void {
    const same = [...this.entries.values()].filter((entry) => entry.direction === direction);
    for (const { transport } of same.slice(0, -perDirection)) transport.close();
  }
}

function create({ router, webRtcServer }: RoomSite): Promise<WebRtcTransport> {
  return router.createWebRtcTransport({
    webRtcServer,
    enableUdp: true,
    enableTcp: true,
    preferUdp: true,
    initialAvailableOutgoingBitrate: initialOutgoingBitrate,
  });
}

/** A DTLS association that failed or was ended by the client never comes back; lost ICE may, by a restart. */
function closeWhenOver(transport: WebRtcTransport, state: DtlsState): void {
  if (state === 'failed' || state === 'closed') transport.close();
}
