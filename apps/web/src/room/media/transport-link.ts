import type { EventInput, MediaSource, TransportOptions as Address } from '@lectern/contracts';
import type { ConnectionState, Device, IceCandidate, Transport, TransportOptions } from 'mediasoup-client/types';
import { CallError } from '../session/call-error';
import type { Call } from '../session/connection';

// mediasoup-client types a codec's parameters as unknown; the contract knows that they are texts, numbers and flags.
type ContractRtp = EventInput<'producer:create'>['rtpParameters'];
type ContractCapabilities = Extract<EventInput<'transport:create'>, { direction: 'receive' }>['rtpCapabilities'];

/** What a device can decode, as the contract has it. */
export const capabilitiesOf = (device: Device) => device.recvRtpCapabilities as ContractCapabilities;

export interface LinkEvents {
  state(state: ConnectionState): void;
  /** The server no longer knows this transport, or ICE cannot be mended: everything must be built anew. */
  lost(): void;
}

/** A short loss of packets mends itself; only after this is ICE restarted. */
const PATIENCE_MS = 1500;
/** How long a restart may take before the next try. */
const RESTART_MS = 5000;
const MAX_RESTARTS = 4;

/** One WebRTC transport and its health: restarts ICE when the line is lost, reports when that does not help. */
export class TransportLink {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private restarts = 0;

  private constructor(
    readonly transport: Transport,
    private readonly call: Call,
    private readonly events: LinkEvents,
  ) {
    transport.on('connectionstatechange', (state) => this.onState(state));
    transport.on('connect', ({ dtlsParameters }, done) => {
      // Nothing that follows needs the answer: waiting for it would cost everybody a round trip.
      done();
      call('transport:connect', { transportId: transport.id, dtlsParameters }).catch((error: unknown) =>
        this.onConnectFailed(CallError.of(error)),
      );
    });
    transport.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      const about = appData as { source: MediaSource; paused: boolean; language?: string };
      const input = { transportId: transport.id, kind, ...about, rtpParameters: rtpParameters as ContractRtp };
      call('producer:create', input).then(({ producerId }) => done({ id: producerId }), failed);
    });
  }

  static async open(device: Device, direction: 'send' | 'receive', call: Call, events: LinkEvents) {
    const address = await call(
      'transport:create',
      direction === 'send' ? { direction } : { direction, rtpCapabilities: capabilitiesOf(device) },
    );
    return TransportLink.to(address, device, direction, call, events);
  }

  /** To a transport that the server has opened. */
  static to(address: Address, device: Device, direction: 'send' | 'receive', call: Call, events: LinkEvents) {
    const settings = {
      ...address,
      iceCandidates: address.iceCandidates as unknown as IceCandidate[],
    } as TransportOptions;
    const transport =
      direction === 'send' ? device.createSendTransport(settings) : device.createRecvTransport(settings);
    return new TransportLink(transport, call, events);
  }

  /** New ICE credentials: the way to find the peer again after the network changed. */
  async restart(): Promise<void> {
    clearTimeout(this.timer);
    if (this.transport.closed) return;
    // Nothing was ever sent or received over it: there is no ICE to restart, but the server must still know it.
    const fresh = this.transport.connectionState === 'new';
    try {
      const { iceParameters } = await this.call('transport:restart-ice', { transportId: this.transport.id });
      if (this.transport.closed || fresh) return;
      await this.transport.restartIce({ iceParameters });
      this.timer = setTimeout(() => this.again(), RESTART_MS);
    } catch (error) {
      this.onRestartFailed(CallError.of(error));
    }
  }

  close(): void {
    clearTimeout(this.timer);
    this.transport.removeAllListeners();
    this.transport.close();
  }

  private onState(state: ConnectionState): void {
    this.events.state(state);
    clearTimeout(this.timer);
    if (state === 'connected') this.restarts = 0;
    if (state === 'disconnected') this.timer = setTimeout(() => this.again(), PATIENCE_MS);
    if (state === 'failed') this.again();
  }

  private again(): void {
    if (this.transport.connectionState === 'connected' || this.transport.closed) return;
    this.restarts += 1;
    if (this.restarts > MAX_RESTARTS) this.events.lost();
    else void this.restart();
  }

  private onConnectFailed(error: CallError): void {
    // With the socket went our peer: coming back builds all anew.
    if (error.code !== 'OFFLINE' && !this.transport.closed) this.events.lost();
  }

  private onRestartFailed(error: CallError): void {
    // Without a socket nothing can be done; coming back restarts ICE anyway.
    if (error.code === 'OFFLINE' || this.transport.closed) return;
    if (error.retryable) this.timer = setTimeout(() => this.again(), PATIENCE_MS);
    else this.events.lost();
  }
}
