import type { MediaSource, RtpParameters } from '@lectern/contracts';
import type { Peer, Room } from '../src';
import { WebRtcClient } from './webrtc-client';

let count = 0;

export function join(room: Room): Peer {
  const peerId = `peer-${++count}`;
  return room.addPeer({ peerId, participantId: `participant-${count}` });
}

/** Opens a sending transport and a producer on it, connected for real. */
export async function speak(peer: Peer, source: MediaSource, rtpParameters: RtpParameters) {
  const kind = source === 'camera' || source === 'screen' ? 'video' : 'audio';
  const address = await peer.createTransport('send');
  const client = await WebRtcClient.connect(peer, address, 'send', kind, rtpParameters);
  const input = { transportId: address.id, kind, source, rtpParameters, paused: false } as const;
  const { producerId } = await peer.produce(input);
  return { client, producerId, transportId: address.id };
}

/** Receives a producer, connected for real, still paused. */
export async function listen(room: Room, peer: Peer, producerId: string) {
  const address = await peer.createTransport('receive', room.rtpCapabilities);
  const consumer = await peer.consume({ transportId: address.id, producerId });
  const client = await WebRtcClient.connect(peer, address, 'receive', consumer.kind, consumer.rtpParameters);
  return { client, consumer, transportId: address.id };
}
