import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isRtcp, parseReport, parseRtp, type Received, type Report } from './rtp-packets';

/** A recorder's stand-in: a UDP port that keeps the RTP and the sender reports it gets. */
export class UdpSink {
  readonly packets: (Received & { receivedAt: number })[] = [];
  readonly reports: (Report & { receivedAt: number })[] = [];

  private constructor(private readonly socket: Socket) {
    socket.on('message', (data) => this.take(data));
  }

  static async open(): Promise<UdpSink> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new UdpSink(socket);
  }

  get port(): number {
    return this.socket.address().port;
  }

  close(): void {
    this.socket.close();
  }

  private take(data: Buffer): void {
    if (!isRtcp(data)) return void this.packets.push({ ...parseRtp(data), receivedAt: Date.now() });
    const report = parseReport(data);
    if (report) this.reports.push({ ...report, receivedAt: Date.now() });
  }
}
