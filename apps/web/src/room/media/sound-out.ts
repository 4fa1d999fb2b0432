/** WCAG 1.4.7: what is behind speech is at least 20 dB lower. */
const SOFT = 0.1;

/** Plays the others' sound. Elements are of its own: sound goes on whatever the page draws. */
export class SoundOut {
  private readonly elements = new Map<string, HTMLAudioElement>();
  private deviceId = '';
  private soft: ReadonlySet<string> = new Set();

  /** `onBlocked` hears whether the browser refuses to play without a click. */
  constructor(private readonly onBlocked: (blocked: boolean) => void) {}

  set(producerId: string, track: MediaStreamTrack | null): void {
    this.elements.get(producerId)?.remove();
    this.elements.delete(producerId);
    if (track) this.add(producerId, track);
  }

  /** Those that are heard behind another one. */
  soften(producerIds: ReadonlySet<string>): void {
    this.soft = producerIds;
    for (const [producerId, element] of this.elements) this.level(producerId, element);
  }

  /** To be called from a click. */
  unblock(): void {
    this.onBlocked(false);
    for (const element of this.elements.values()) void this.play(element);
  }

  useDevice(deviceId: string): void {
    if (deviceId === this.deviceId) return;
    this.deviceId = deviceId;
    for (const element of this.elements.values()) this.route(element);
  }

  close(): void {
    for (const element of this.elements.values()) {
      element.srcObject = null;
      element.remove();
    }
    this.elements.clear();
  }

  private add(producerId: string, track: MediaStreamTrack): void {
    const element = document.createElement('audio');
    element.autoplay = true;
    element.srcObject = new MediaStream([track]);
    this.elements.set(producerId, element);
    // Safari plays only what is in the document.
    document.body.append(element);
    this.route(element);
    this.level(producerId, element);
    void this.play(element);
  }

  private level(producerId: string, element: HTMLAudioElement): void {
    const wanted = this.soft.has(producerId) ? SOFT : 1;
    element.volume = wanted;
    // iOS leaves the volume to the buttons at the device's side: there, what would be soft is silent.
    element.muted = element.volume > wanted;
  }

  private async play(element: HTMLAudioElement): Promise<void> {
    try {
      await element.play();
    } catch (error) {
      if (error instanceof Error && error.name === 'NotAllowedError') this.onBlocked(true);
    }
  }

  private route(element: HTMLAudioElement): void {
    // Not in every browser; the system's default then stays.
    if ('setSinkId' in element && element.sinkId !== this.deviceId)
      element.setSinkId(this.deviceId).catch(() => undefined);
  }
}
