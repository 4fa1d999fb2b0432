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
