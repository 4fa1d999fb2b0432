import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { Duplex } from 'node:stream';
import { until } from './lectern';

interface Frame {
  /** 1 text, 2 binary, 8 close, 9 ping. */
  opcode?: number;
  masked?: boolean;
  /** Claimed instead of the true length. */
  length?: number;
  /** Bits that must not be set. */
  reserved?: number;
}

const PATH = '/socket.io/?EIO=4&transport=websocket';

/** A WebSocket to the server of which every byte is ours (RFC 6455 §5.2). */
export class RawSocket {
  /** Engine.IO packets so far, as text. */
  readonly received: string[] = [];
  closed = false;
  private pending = Buffer.alloc(0);

  private constructor(private readonly stream: Duplex) {
    stream.on('data', (chunk: Buffer) => this.read(chunk));
    stream.on('error', () => undefined);
    stream.on('close', () => (this.closed = true));
  }

  static async open(url: string, path = PATH): Promise<RawSocket> {
    const { hostname, port } = new URL(url);
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
    };
    const asked = request({ hostname, port, path, headers, agent: false }).end();
    const [, stream, head] = (await once(asked, 'upgrade')) as [unknown, Duplex, Buffer];
    const socket = new RawSocket(stream);
    socket.read(head);
    await until(() => socket.received.length > 0);
    return socket;
  }

  /** Past the handshake and in the room. */
  static async joined(url: string, ticket: string): Promise<RawSocket> {
    const socket = await RawSocket.connected(url, { ticket });
    socket.send('4290["session:join",{}]');
    await socket.hears('4390[{"ok":true');
    return socket;
  }

  /** Admitted with these words, not yet in the room. */
  static async connected(url: string, auth: object): Promise<RawSocket> {
    const socket = await RawSocket.open(url);
    socket.send(`40${JSON.stringify(auth)}`);
    await socket.hears('40{');
    return socket;
  }

  /** @returns the packet that begins so */
  async hears(start: string): Promise<string> {
    const find = () => this.received.find((packet) => packet.startsWith(start));
    await until(
      () => find() !== undefined,
      10_000,
      () => `${start}; received ${this.received.join('\n')}`,
    );
    return find()!;
  }

  send(packet: string | Buffer): void {
    this.frame(packet, { opcode: typeof packet === 'string' ? 1 : 2 });
  }

  frame(content: string | Buffer, { opcode = 1, masked = true, length, reserved = 0 }: Frame): void {
    const payload = Buffer.from(content);
    const claimed = length ?? payload.length;
    const short = claimed < 126 ? claimed : claimed < 65_536 ? 126 : 127;
    const head = Buffer.alloc(short === 127 ? 10 : short === 126 ? 4 : 2);
    head[0] = 0x80 | (reserved << 4) | opcode;
    head[1] = (masked ? 0x80 : 0) | short;
    if (short === 126) head.writeUInt16BE(claimed, 2);
    if (short === 127) head.writeBigUInt64BE(BigInt(claimed), 2);
    // A mask of zeros leaves the payload as it is.
    if (!this.closed) this.stream.write(Buffer.concat([head, Buffer.alloc(masked ? 4 : 0), payload]));
  }

  /** Waits until the server has either closed the connection or answered one more call. */
  async settled(): Promise<'closed' | 'answered'> {
    this.send('4291["consumer:pause",{"consumerId":"none"}]');
    const answered = () => this.received.some((packet) => packet.startsWith('4391['));
    await until(() => this.closed || answered());
    return answered() ? 'answered' : 'closed';
  }

  close(): void {
    this.stream.destroy();
  }

  // What the server sends is not masked; longer than 64 KB it never is.
  private read(chunk: Buffer): void {
    this.pending = Buffer.concat([this.pending, chunk]);
    for (;;) {
      const short = (this.pending[1] ?? 0) & 0x7f;
      const start = short === 126 ? 4 : 2;
      if (this.pending.length < start) return;
      const length = short === 126 ? this.pending.readUInt16BE(2) : short;
      if (this.pending.length < start + length) return;
      const opcode = this.pending[0]! & 0x0f;
      if (opcode === 1) this.received.push(this.pending.subarray(start, start + length).toString('utf8'));
      if (opcode === 8) this.stream.end();
      this.pending = this.pending.subarray(start + length);
    }
  }
}
