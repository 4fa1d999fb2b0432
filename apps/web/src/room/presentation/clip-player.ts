import type { ShownClip } from '@lectern/contracts';
import { correct, placeOf } from './clip-sync';

const LOOK_MS = 250;
/** A jump on a slow line takes a while; another one meanwhile would only begin it anew. */
const BETWEEN_JUMPS_MS = 3000;
const STILL = 0.05;

interface ClipPlayerOptions {
  element: HTMLMediaElement;
  serverNow: () => number;
  /** The browser plays without sound until somebody clicks. */
  onBlocked: (blocked: boolean) => void;
}

/** Keeps a media element where the video is for everyone. */
export class ClipPlayer {
  private clip: ShownClip | null = null;
  private readonly timer: ReturnType<typeof setInterval>;
  private jumped = -Infinity;
  private starting = false;
  private readonly onReady = (): void => this.look();

  constructor(private readonly options: ClipPlayerOptions) {
    this.timer = setInterval(() => this.look(), LOOK_MS);
    options.element.addEventListener('loadedmetadata', this.onReady);
  }

  follow(clip: ShownClip): void {
    this.clip = clip;
    this.jumped = -Infinity;
    this.look();
  }

  /** To be called from a click. */
  unblock(): void {
    this.options.element.muted = false;
    this.options.onBlocked(false);
    void this.start();
  }

  close(): void {
    clearInterval(this.timer);
    const { element } = this.options;
    element.removeEventListener('loadedmetadata', this.onReady);
    element.pause();
    element.removeAttribute('src');
    element.load();
  }

  private look(): void {
    const { element, serverNow } = this.options;
    // Without metadata no place in it is known.
    if (!this.clip || element.readyState < HTMLMediaElement.HAVE_METADATA) return;
    const place = placeOf(this.clip, serverNow());
    if (!this.clip.playing || place >= this.clip.duration) return this.stand(place);
    if (element.paused) void this.start();
    this.adjust(place);
  }

  private adjust(place: number): void {
    const { element } = this.options;
    const { seek, rate } = correct(place, element.currentTime);
    if (element.playbackRate !== rate) element.playbackRate = rate;
    if (seek !== null) this.jump(seek);
  }

  private stand(place: number): void {
    const { element } = this.options;
    if (!element.paused) element.pause();
    if (!element.seeking && Math.abs(element.currentTime - place) > STILL) this.jump(place);
  }

  private jump(place: number): void {
    if (performance.now() - this.jumped < BETWEEN_JUMPS_MS) return;
    this.jumped = performance.now();
    this.options.element.currentTime = place;
  }

  private async start(): Promise<void> {
    if (this.starting) return;
    this.starting = true;
    try {
      await this.options.element.play();
    } catch (error) {
      if (error instanceof Error && error.name === 'NotAllowedError') this.playMuted();
    } finally {
      this.starting = false;
    }
  }

  /** The picture may always play; the next look starts it. */
  private playMuted(): void {
    this.options.element.muted = true;
    this.options.onBlocked(true);
  }
}
