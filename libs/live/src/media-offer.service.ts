import { CONFIG, type Config } from '@lectern/config';
import type { MediaOffer, ProducerInfo, RtpCapabilities, TransportOptions, VideoCodec } from '@lectern/contracts';
import { DomainError } from '@lectern/kernel';
import type { Connection } from '@lectern/realtime';
import type { Peer, TransportAddress } from '@lectern/sfu';
import { Inject, Injectable } from '@nestjs/common';
import { mayReceive } from './live.policy';
import { LiveRooms } from './live-rooms';
import { iceServers } from './turn';

/** Pictures that a joiner is offered at once; a page shows few, and asks for others itself. */
const FIRST_PICTURES = 6;
const FIRST_VOICES = 30;

/** The way from the room to a device. */
@Injectable()
export class MediaOfferService {
  constructor(
    private readonly liveRooms: LiveRooms,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A receiving transport and consumers of what flows now, in the round trip of the join itself. Null where there is
   * nothing to receive (yet): entering never fails for want of media.
   */
  async open(connection: Connection, rtpCapabilities: RtpCapabilities): Promise<MediaOffer | null> {
    const room = this.liveRooms.get(connection.attendance.webinarId);
    if (!room || !mayReceive(connection.attendance.role, room.status)) return null;
    try {
      const peer = room.peerOf(connection);
      const transport = this.withServers(connection, await peer.createTransport('receive', rtpCapabilities));
      const first = firstOf(room.producers, connection, room.speaker);
      return { transport, consumers: await consumeAll(peer, transport.id, first) };
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  /** In which codec cameras are to be sent in this connection's room. */
  videoCodec({ attendance }: Connection): VideoCodec | undefined {
    return this.liveRooms.get(attendance.webinarId)?.videoCodec;
  }

  withServers({ attendance }: Connection, address: TransportAddress): TransportOptions {
    return { ...address, iceServers: iceServers(this.config.media.turn, attendance.participantId) };
  }
}

/**
 * Voices, screens, and pictures with the speaker's first; nothing of one's own, no sound of one's other pages, and no
 * interpreter: few listen to each.
 */
function firstOf(producers: ProducerInfo[], { id, attendance }: Connection, speaker: string | null): ProducerInfo[] {
  const others = producers.filter(({ peerId, source }) => peerId !== id && source !== 'interpretation');
  const order = (info: ProducerInfo) => (info.source === 'screen' ? 0 : info.peerId === speaker ? 1 : 2);
  const pictures = others.filter(({ kind }) => kind === 'video').sort((a, b) => order(a) - order(b));
  const voices = others.filter(
    ({ kind, participantId }) => kind === 'audio' && participantId !== attendance.participantId,
  );
  return [...voices.slice(0, FIRST_VOICES), ...pictures.slice(0, FIRST_PICTURES)];
}

/** A track that ended meanwhile, or that the device cannot decode, is left out. */
async function consumeAll(peer: Peer, transportId: string, tracks: ProducerInfo[]): Promise<MediaOffer['consumers']> {
  const all = await Promise.allSettled(tracks.map(({ producerId }) => peer.consume({ transportId, producerId })));
  return all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
