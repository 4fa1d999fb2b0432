import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { Tap } from '../src';

/** A process whose end can be awaited, with what it wrote to standard error. */
export class Ffmpeg {
  private log = '';
  private readonly ended: Promise<unknown[]>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'close');
    child.stderr!.on('data', (text: Buffer) => (this.log += text.toString()));
  }

  /** Encodes a moving test picture as VP8 of one SSRC and sends it to a local port, in real time. */
  static sendVp8(port: number, ssrc: number, payloadType: number, seconds: number): Ffmpeg {
    const picture = ['-re', '-f', 'lavfi', '-t', String(seconds), '-i', 'testsrc2=size=320x180:rate=15'];
    const codec = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '200k', '-g', '15'];
    const target = ['-ssrc', String(ssrc), '-payload_type', String(payloadType)];
    return Ffmpeg.run([...picture, ...codec, ...target, '-f', 'rtp', `rtp://127.0.0.1:${port}?pkt_size=1100`]);
  }

  /** Decodes so many frames of a tap that sends to `port`. */
  static async decode(tap: Tap, port: number, frames: number, sdpPath: string): Promise<Ffmpeg> {
    await writeFile(sdpPath, sdp(tap, port));
    const input = ['-protocol_whitelist', 'file,udp,rtp', '-i', sdpPath];
    return Ffmpeg.run(['-xerror', ...input, '-frames:v', String(frames), '-f', 'null', '-']);
  }

  private static run(args: string[]): Ffmpeg {
    const child = spawn('ffmpeg', ['-hide_banner', '-nostdin', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    return new Ffmpeg(child);
  }

  /** Resolves with what it logged; rejects when it failed. */
  async done(): Promise<string> {
    const [code] = await this.ended;
    if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}:\n${this.log}`);
    return this.log;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}

function sdp({ rtpParameters }: Tap, port: number): string {
  const { payloadType, codec, clockRate } = rtpParameters;
  const media = [
    `m=video ${port} RTP/AVP ${payloadType}`,
    `a=rtpmap:${payloadType} ${codec.toUpperCase()}/${clockRate}`,
  ];
  return ['v=0', 'o=- 0 0 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', ...media, ''].join('\n');
}
