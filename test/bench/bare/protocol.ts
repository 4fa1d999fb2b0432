import type { DtlsParameters, RtpCapabilities, RtpParameters } from 'mediasoup/types';
import type { TransportOptions } from 'mediasoup-client/types';

/** What the bare page asks of its server; every call is answered by one acknowledgement. */
export interface BareCalls {
  capabilities(): RtpCapabilities;
  transport(): TransportOptions;
  secure(transportId: string, dtlsParameters: DtlsParameters): void;
  produce(transportId: string, kind: 'audio' | 'video', rtpParameters: RtpParameters): string;
  consume(
    transportId: string,
    kind: 'audio' | 'video',
    rtpCapabilities: RtpCapabilities,
  ): { id: string; producerId: string; kind: 'audio' | 'video'; rtpParameters: RtpParameters };
  resume(consumerId: string): void;
}
