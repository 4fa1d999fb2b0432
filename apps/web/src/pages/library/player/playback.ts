/** What changes how the player looks, or where its video stands. */
const events = [
  ...['timeupdate', 'seeking', 'seeked', 'play', 'pause', 'ended', 'waiting', 'playing', 'canplay'],
  ...['volumechange', 'ratechange', 'durationchange', 'progress', 'emptied'],
] as const;

/**
 * Where the video stands, for everything beside it: the transcript follows, cues and questions jump. A plain object, so
 * that four `timeupdate` events a second reach only those who ask, and render only when their answer changes.
 */
export class Playback {
  #video: HTMLVideoElement | null = null;
  #pending: number | null = null;
  readonly #listeners = new Set<() => void>();

  /** A ref callback: returns how to let go of the element. */
  attach = (video: HTMLVideoElement): (() => void) => {
    this.#video = video;
    for (const event of events) video.addEventListener(event, this.#changed);
    video.addEventListener('loadedmetadata', this.#ready);
    if (this.#pending !== null) this.#ready();
    this.#changed();
    return () => {
      for (const event of events) video.removeEventListener(event, this.#changed);
      video.removeEventListener('loadedmetadata', this.#ready);
      this.#video = null;
    };
  };

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  time = (): number => this.#video?.currentTime ?? 0;

  /** What the video says of itself now; `otherwise` while there is none. */
  read = <T>(pick: (video: HTMLVideoElement) => T, otherwise: T): T => (this.#video ? pick(this.#video) : otherwise);

  /** Jumps as soon as the video knows its length. Playing needs a person's press, so a link from outside only jumps. */
  seek(seconds: number, play: boolean): void {
    this.#pending = seconds;
    this.#ready();
    if (play) void this.#video?.play().catch(() => undefined);
  }

  toggle(): void {
    if (this.#video?.paused === false) this.#video.pause();
    else void this.#video?.play().catch(() => undefined);
  }

  #ready = (): void => {
    const video = this.#video;
    if (!video || this.#pending === null || video.readyState < HTMLMediaElement.HAVE_METADATA) return;
    video.currentTime = this.#pending;
    this.#pending = null;
  };

  #changed = (): void => {
    for (const listener of this.#listeners) listener();
  };
}
