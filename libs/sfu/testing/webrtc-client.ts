import type { RtpParameters } from '@lectern/contracts';
import { Audio, cleanup, PeerConnection, Video, type Track } from 'node-datachannel';
import type { Peer } from '../src';
import type { TransportAddress } from '../src/peer-transports';
import { isRtcp, parseRtp, type Received } from './rtp-packets';
import { waitFor } from './wait-for';

type Kind = 'audio' | 'video';
type Direction = 'send' | 'receive';

/** One media line of one WebRTC transport, by a real ICE, DTLS and SRTP stack. */
export class WebRtcClient {
  readonly packets: Received[] = [];
  private constructor(
    readonly transportId: string,
    private readonly connection: PeerConnection,
    private readonly track: Track,
  ) {
    track.onMessage((data) => {
      if (!isRtcp(data)) this.packets.push(parseRtp(data));
    });
  }

  /**
   * Connects a transport of a peer.
   * @param parameters what the media line carries: a producer's own parameters, or a consumer's
   */
  static async connect(
    peer: Pick<Peer, 'connectTransport'>,
    address: TransportAddress,
    direction: Direction,
    kind: Kind,
    parameters: RtpParameters,
  ): Promise<WebRtcClient> {
    const connection = new PeerConnection('test', { iceServers: [], bindAddress: '127.0.0.1' });
    const track = connection.addTrack(mediaLine(direction, kind, parameters));
    const client = new WebRtcClient(address.id, connection, track);
    connection.setRemoteDescription(offer(address, direction, kind, parameters), 'offer');
    const answer = await waitFor('an answer', () => connection.localDescription()?.sdp);
    const value = /a=fingerprint:sha-256 (\S+)/i.exec(answer)![1]!;
    await peer.connectTransport({
      transportId: address.id,
      dtlsParameters: { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] },
    });
    await waitFor('DTLS', () => connection.state() === 'connected');
    return client;
  }

  get connected(): boolean {
    return this.connection.state() === 'connected';
  }

  /** Sends one RTP or RTCP packet; a closed client drops it. */
  send(packet: Buffer): void {
    if (this.track.isOpen()) this.track.sendMessageBinary(packet);
  }

  close(): void {
    this.connection.close();
  }
}

function mediaLine(direction: Direction, kind: Kind, parameters: RtpParameters): Audio | Video {
  const way = direction === 'send' ? 'SendOnly' : 'RecvOnly';
  const { payloadType, mimeType } = parameters.codecs[0]!;
  const line = kind === 'audio' ? new Audio('0', way) : new Video('0', way);
  if (line instanceof Audio) line.addOpusCodec(payloadType);
  else line.addVideoCodec(payloadType, mimeType.slice(6));
  for (const { ssrc } of parameters.encodings ?? []) if (ssrc) line.addSSRC(ssrc, 'test', 'stream', 'track');
  return line;
}

/** The worker's side as an SDP offer; candidates as in RFC 8839 §5.1. */
function offer(address: TransportAddress, direction: Direction, kind: Kind, parameters: RtpParameters): string {
  const { iceParameters, iceCandidates, dtlsParameters } = address;
  const { payloadType, mimeType, clockRate, channels } = parameters.codecs[0]!;
  const { fingerprints } = dtlsParameters as { fingerprints: { algorithm: string; value: string }[] };
  const sha256 = fingerprints.find(({ algorithm }) => algorithm === 'sha-256')!;
  const udp = iceCandidates.filter(({ protocol }) => protocol === 'udp') as Record<string, string | number>[];
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=ice-lite',
    'a=group:BUNDLE 0',
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${payloadType}`,
    'c=IN IP4 127.0.0.1',
    'a=mid:0',
    `a=${direction === 'send' ? 'recvonly' : 'sendonly'}`,
    'a=rtcp-mux',
    `a=rtpmap:${payloadType} ${mimeType.slice(6)}/${clockRate}${channels ? `/${channels}` : ''}`,
    ...(direction === 'receive' ? (parameters.encodings ?? []).map(({ ssrc }) => `a=ssrc:${ssrc} cname:sfu`) : []),
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    `a=fingerprint:sha-256 ${sha256.value}`,
    'a=setup:actpass',
    ...udp.map((c) => `a=candidate:${c['foundation']} 1 udp ${c['priority']} ${c['ip']} ${c['port']} typ host`),
    'a=end-of-candidates',
  ];
  return lines.join('\r\n') + '\r\n';
}

/** Ends the native threads, or the test process would not. */
export const endWebRtc = cleanup;
