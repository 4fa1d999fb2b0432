import type { Page } from 'playwright-core';

type Kept = Window & { connections?: RTCPeerConnection[] };

/** For `addInitScript`: keeps the page's peer connections, for their figures. */
export function keepConnections(): void {
  const kept: RTCPeerConnection[] = [];
  (window as Kept).connections = kept;
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...args: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...args);
      kept.push(this);
    }
  };
}

/** What the page has played so far, in samples; those concealed were made up in place of lost ones. */
export function soundOf(page: Page): Promise<{ samples: number; concealed: number; energy: number }> {
  return page.evaluate(async () => {
    const sum = { samples: 0, concealed: 0, energy: 0 };
    for (const connection of (window as Kept).connections ?? [])
      (await connection.getStats()).forEach((report: Record<string, number | string>) => {
        if (report.type !== 'inbound-rtp' || report.kind !== 'audio') return;
        sum.samples += Number(report.totalSamplesReceived ?? 0);
        // Comfort noise in the pauses of DTX is no loss.
        sum.concealed += Number(report.concealedSamples ?? 0) - Number(report.silentConcealedSamples ?? 0);
        sum.energy += Number(report.totalAudioEnergy ?? 0);
      });
    return sum;
  });
}

/** How many layers of pictures leave this page now. */
export function layersSent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let layers = 0;
    for (const connection of (window as Kept).connections ?? [])
      (await connection.getStats()).forEach((report: Record<string, unknown>) => {
        if (report.type === 'outbound-rtp' && report.kind === 'video' && report.active === true) layers += 1;
      });
    return layers;
  });
}

/** A stream of pictures that leaves a page. */
export interface SentVideo {
  codec: string;
  active: boolean;
  /** The layers in it, such as L3T3_KEY. */
  mode: string | undefined;
  height: number;
  /** How long its encoder took for a picture so far, in ms. */
  encodeMs: number;
}

export function videosSent(page: Page): Promise<SentVideo[]> {
  return page.evaluate(async () => {
    const sent: SentVideo[] = [];
    for (const connection of (window as Kept).connections ?? []) {
      const stats = (await connection.getStats()) as Map<string, Record<string, unknown>>;
      stats.forEach((report) => {
        if (report.type !== 'outbound-rtp' || report.kind !== 'video') return;
        sent.push({
          codec: String(stats.get(String(report.codecId))?.mimeType),
          active: report.active === true,
          mode: report.scalabilityMode as string | undefined,
          height: Number(report.frameHeight ?? 0),
          encodeMs: (Number(report.totalEncodeTime) / Number(report.framesEncoded)) * 1_000,
        });
      });
    }
    return sent;
  });
}

/** For `addInitScript`: the browser says that it knows no VP9. */
export function withoutVp9(): void {
  const strip = (sdp: string) => {
    const types = new Set([...sdp.matchAll(/a=rtpmap:(\d+) VP9\//g)].map((found) => found[1]));
    const typeOf = (line: string) => /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+)/.exec(line)?.[1];
    const lines = sdp.split('\r\n');
    return lines.filter((line) => !types.has(typeOf(line) ?? '')).join('\r\n');
  };
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...args: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...args);
      const offer = async (): Promise<RTCSessionDescriptionInit> => {
        const { type, sdp = '' } = await super.createOffer();
        return { type, sdp: strip(sdp) };
      };
      this.createOffer = offer as typeof this.createOffer;
    }
  };
}

/** For `addInitScript`: the browser says that its machine has eight cores, enough to send AV1. */
export function withEightCores(): void {
  Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 8 });
}

/** Headless browsers offer no sound with a shared tab: a tone takes its place, and goes the same way. */
export function shareWithTone(): void {
  const share = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getDisplayMedia = async (wanted) => {
    const stream = await share(wanted);
    if (stream.getAudioTracks().length > 0) return stream;
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency: 440 });
    const out = context.createMediaStreamDestination();
    tone.connect(out);
    tone.start();
    out.stream.getAudioTracks().forEach((track) => stream.addTrack(track));
    return stream;
  };
}
