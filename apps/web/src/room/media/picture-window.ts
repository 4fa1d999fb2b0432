import { Store } from '../session/store';

/**
 * The browser's small window over all others (picture-in-picture). Its video element is its own and follows the most
 * important picture of the stage, however the page is laid out meanwhile.
 */
export class PictureWindow {
  readonly store = new Store({ open: false });
  private readonly video = document.createElement('video');
  private wanted: { producerId: string; track: MediaStreamTrack } | null = null;
  private readonly onLeave = (): void => this.ended();

  /** @param show told what must flow though no tile may show it */
  constructor(private readonly show: (producerId: string | null) => void) {
    this.video.muted = true;
    this.video.autoplay = true;
    this.video.playsInline = true;
    this.video.addEventListener('leavepictureinpicture', this.onLeave);
  }

  static get supported(): boolean {
    return document.pictureInPictureEnabled === true;
  }

  /** What it shows, or is to show once it is opened. */
  follow(producerId: string | null, track: MediaStreamTrack | null): void {
    const next = producerId && track ? { producerId, track } : null;
    if (next?.producerId === this.wanted?.producerId && next?.track === this.wanted?.track) return;
    this.wanted = next;
    if (this.store.get().open) this.play();
  }

  /** To be called from a click. @throws what the browser throws when it refuses */
  async open(): Promise<void> {
    if (!this.wanted) return;
    const ready = new Promise((done) => this.video.addEventListener('loadedmetadata', done, { once: true }));
    this.play();
    await ready;
    await this.video.requestPictureInPicture();
    this.store.set({ open: true });
  }

  async toggle(): Promise<void> {
    if (document.pictureInPictureElement === this.video) await document.exitPictureInPicture();
    else await this.open();
  }

  close(): void {
    this.video.removeEventListener('leavepictureinpicture', this.onLeave);
    if (document.pictureInPictureElement === this.video) void document.exitPictureInPicture();
    this.ended();
  }

  private play(): void {
    this.video.srcObject = this.wanted && new MediaStream([this.wanted.track]);
    this.show(this.wanted?.producerId ?? null);
  }

  private ended(): void {
    this.store.set({ open: false });
    this.video.srcObject = null;
    this.show(null);
  }
}
