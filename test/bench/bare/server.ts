import { createWorker } from 'mediasoup';
import type { Consumer, Producer, Router, WebRtcServer, WebRtcTransport } from 'mediasoup/types';
import { readFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { mediaCodecs } from '../../../libs/sfu/src/codecs';
import type { BareCalls } from './protocol';

type Answers = {
  [Call in keyof BareCalls]: (...args: Parameters<BareCalls[Call]>) => Promise<ReturnType<BareCalls[Call]>>;
};

/** One mediasoup room and nothing else: no accounts, no database, no roles. Settings of the media as in Lectern. */
export class BareServer {
  private readonly transports = new Map<string, WebRtcTransport>();
  private readonly producers = new Map<string, Producer>();
  private readonly consumers = new Map<string, Consumer>();

  private constructor(
    private readonly http: HttpServer,
    private readonly router: Router,
    private readonly webRtcServer: WebRtcServer,
    private readonly end: () => void,
  ) {
    const io = new Server(http, { serveClient: false, perMessageDeflate: false });
    io.on('connection', (socket) => {
      socket.onAny((call: keyof BareCalls, ...args: unknown[]) => {
        const acknowledge = args.pop() as (answer: unknown) => void;
        void (this.answers[call] as (...args: unknown[]) => Promise<unknown>)(...args).then(acknowledge);
      });
    });
  }

  /** @param pages folder of the built page */
  static async start(pages: string, workerBin: string | undefined): Promise<BareServer> {
    const worker = await createWorker({ workerBin, logLevel: 'warn' });
    const at = { ip: '127.0.0.1', portRange: { min: 10_000, max: 32_767 } };
    const webRtcServer = await worker.createWebRtcServer({
      listenInfos: [
        { protocol: 'udp', ...at },
        { protocol: 'tcp', ...at },
      ],
    });
    const router = await worker.createRouter({ mediaCodecs: mediaCodecs() });
    const http = createServer(({ url }, response) => {
      const script = url?.endsWith('.js');
      response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
      response.end(readFileSync(join(pages, script ? 'bare.js' : 'index.html')));
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return new BareServer(http, router, webRtcServer, () => worker.close());
  }

  get url(): string {
    return `http://localhost:${(this.http.address() as { port: number }).port}`;
  }

  get sending(): boolean {
    return this.producers.size === 2;
  }

  close(): void {
    this.http.closeAllConnections();
    this.http.close();
    this.end();
  }

  private readonly answers: Answers = {
    capabilities: async () => {
      const { headerExtensions = [], ...others } = this.router.rtpCapabilities;
      // With it simulcast layers stick; see the README of libs/sfu.
      return { ...others, headerExtensions: headerExtensions.filter(({ uri }) => !uri.includes('abs-capture-time')) };
    },
    transport: async () => {
      const transport = await this.router.createWebRtcTransport({
        webRtcServer: this.webRtcServer,
        initialAvailableOutgoingBitrate: 800_000,
      });
      this.transports.set(transport.id, transport);
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
      return { id, iceParameters, iceCandidates, dtlsParameters };
    },
    secure: (transportId, dtlsParameters) => this.transports.get(transportId)!.connect({ dtlsParameters }),
    produce: async (transportId, kind, rtpParameters) => {
      const settings = { kind, rtpParameters, keyFrameRequestDelay: 1_000 };
      const producer = await this.transports.get(transportId)!.produce(settings);
      this.producers.set(kind, producer);
      return producer.id;
    },
    consume: async (transportId, kind, rtpCapabilities) => {
      const producerId = this.producers.get(kind)!.id;
      const settings = { producerId, rtpCapabilities, paused: true };
      const consumer = await this.transports.get(transportId)!.consume(settings);
      this.consumers.set(consumer.id, consumer);
      return { id: consumer.id, producerId, kind, rtpParameters: consumer.rtpParameters };
    },
    resume: (consumerId) => this.consumers.get(consumerId)!.resume(),
  };
}
