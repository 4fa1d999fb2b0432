import { randomUUID } from 'node:crypto';
import type { CaptureClient } from '../src/capture/capture-client';
import type { NewTrack, TrackRtp } from '../src/capture/track-info';
import { run } from './run';

/** ffmpeg arguments that encode for WebRTC, and what the SFU would say of the result. */
export const encodings = {
  opus: {
    args: ['-c:a', 'libopus', '-b:a', '48k', '-ac', '2', '-application', 'voip'],
    rtp: { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, ssrc: 1111 },
  },
  vp8: {
    args: [
      '-c:v',
      'libvpx',
      '-pix_fmt',
      'yuv420p',
      '-deadline',
      'realtime',
      '-cpu-used',
      '8',
      '-b:v',
      '600k',
      '-g',
      '50',
    ],
    rtp: { mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, ssrc: 9696 },
  },
  vp9: {
    args: [
      '-c:v',
      'libvpx-vp9',
      '-deadline',
      'realtime',
      '-cpu-used',
      '8',
      '-b:v',
      '600k',
      '-g',
      '50',
      '-strict',
      '-2',
    ],
    rtp: { mimeType: 'video/VP9', payloadType: 98, clockRate: 90_000, ssrc: 9898 },
  },
  h264: {
    args: [
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-tune',
      'zerolatency',
      '-b:v',
      '600k',
      '-g',
      '50',
      '-bsf:v',
      'dump_extra',
    ],
    rtp: { mimeType: 'video/H264', payloadType: 102, clockRate: 90_000, ssrc: 1022 },
  },
} satisfies Record<string, { args: string[]; rtp: TrackRtp }>;
export type Encoding = keyof typeof encodings;

const isVoice = (source: NewTrack['source'] | undefined) => source === 'microphone' || source === 'interpretation';

/** A track for specs; give what matters. */
export function newTrack(fields: Partial<NewTrack> = {}): NewTrack {
  const participantId = fields.participantId ?? randomUUID();
  const about = { trackId: randomUUID(), producerId: randomUUID(), participantId, displayName: 'Ada' };
  return { ...about, source: 'camera', kind: isVoice(fields.source) ? 'audio' : 'video', ...fields };
}

/** Opens a track and tells what it will hold. */
export async function openTrack(capture: CaptureClient, dir: string, track: NewTrack, encoding: Encoding) {
  const opened = await capture.open(dir, track);
  await capture.describe(track.trackId, encodings[encoding].rtp);
  return opened;
}

/** Encodes an input to a file, to be sent as it is: a machine that is busy then keeps pace all the same. */
export async function encoded(input: string[], encoding: Encoding, file: string): Promise<string> {
  await run('ffmpeg', ['-v', 'error', '-y', ...input, ...encodings[encoding].args, file]);
  return file;
}

/** Sends an input in real time as RTP with RTCP to a port; resolves when all is sent. */
export async function send(
  input: string[],
  encoding: Encoding,
  port: number,
  args: string[] = encodings[encoding].args,
): Promise<void> {
  const { rtp } = encodings[encoding];
  const output = ['-payload_type', String(rtp.payloadType), '-ssrc', String(rtp.ssrc), '-f', 'rtp'];
  const url = `rtp://127.0.0.1:${port}?rtcpport=${port}&pkt_size=1200`;
  await run('ffmpeg', ['-v', 'error', '-re', ...input, ...args, ...output, url]);
}
