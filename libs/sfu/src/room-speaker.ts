import type { SfuLogger } from './options';
import type { RoomSite, SentTrack } from './room-site';
import { SpeakerWatch } from './speaker-watch';

interface Microphone extends SentTrack {
  peerId: string;
  /** Ends the copy at the site where it is watched. */
  giveUp?: () => void;
}

interface Post {
  site: RoomSite;
  watch: Promise<SpeakerWatch>;
  open?: SpeakerWatch;
}

/**
 * Who speaks in a room. Voices can be compared in one worker alone: all microphones are brought to the room's home,
 * sound only, and when that dies, to the next.
 */
export class RoomSpeaker {
  private readonly microphones = new Map<string, Microphone>();
  private post: Post | undefined;

  constructor(
    private readonly home: () => RoomSite | undefined,
    private readonly changed: (peerId: string | null) => void,
    private readonly logger: SfuLogger,
  ) {}

  get speaker(): string | null {
    return this.post?.open?.speaker ?? null;
  }

  add(track: SentTrack, peerId: string): void {
    const microphone = { ...track, peerId };
    this.microphones.set(track.producer.id, microphone);
    this.listenTo(microphone);
  }

  /** A muted microphone leaves the floor at once. */
  mute(producerId: string): void {
    this.post?.open?.mute(producerId);
  }

  remove(producerId: string): void {
    this.microphones.get(producerId)?.giveUp?.();
    this.microphones.delete(producerId);
    this.post?.open?.remove(producerId);
  }

  /** A site has died: was it where we listen, then we listen elsewhere from now on. */
  lost(site: RoomSite): void {
    if (this.post?.site !== site) return;
    const spoke = this.speaker !== null;
    this.leavePost();
    if (spoke) this.changed(null);
    for (const microphone of this.microphones.values()) this.listenTo(microphone);
  }

  close(): void {
    this.microphones.clear();
    this.leavePost();
  }

  private leavePost(): void {
    const { post } = this;
    this.post = undefined;
    post?.open?.close();
  }

  private listenTo(microphone: Microphone): void {
    this.join(microphone).catch((err: unknown) => {
      const { producer, peerId } = microphone;
      if (!producer.closed) this.logger.warn({ err, peerId }, 'A microphone is not watched for speech.');
    });
  }

  private async join(microphone: Microphone): Promise<void> {
    const home = this.home();
    if (!home) return;
    const post = this.post ?? this.takePost(home);
    const watch = await post.watch;
    const giveUp = await post.site.bring(microphone);
    const { id } = microphone.producer;
    if (this.post !== post || this.microphones.get(id) !== microphone) return giveUp();
    microphone.giveUp = giveUp;
    await watch.add(id, microphone.peerId);
  }

  private takePost(site: RoomSite): Post {
    const post: Post = { site, watch: SpeakerWatch.open(site.router, this.changed) };
    this.post = post;
    post.watch.then(
      (watch) => {
        if (this.post === post) post.open = watch;
        else watch.close();
      },
      () => {
        // Whoever waits for it hears of the failure; the next microphone tries again.
        if (this.post === post) this.post = undefined;
      },
    );
    return post;
  }
}
