import type { ActiveSpeakerObserver, AudioLevelObserver, Router } from 'mediasoup/types';
import { nextSpeaker, nobodySpeaks, type SpeakerInput, type SpeakerState } from './speaker.policy';

/** Packets of 60 ms must come at least ten times in a window, or the level observer ignores their sender. */
const levelWindowMs = 800;
const audibleFromDbov = -60;
const dominanceWindowMs = 300;
/** So long nobody must be heard before nobody is the speaker: pauses between sentences are shorter. */
const quietAfterMs = 1_500;

/** Watches the microphones of one router and tells when another peer speaks, or nobody. */
export class SpeakerWatch {
  private readonly peers = new Map<string, string>();
  private state: SpeakerState = nobodySpeaks;
  private quietTimer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly levels: AudioLevelObserver,
    private readonly dominance: ActiveSpeakerObserver,
    private readonly changed: (peerId: string | null) => void,
  ) {
    levels.on('volumes', (volumes) => this.heard(volumes.map(({ producer }) => producer.id)));
    levels.on('silence', () => this.startQuiet());
    dominance.on('dominantspeaker', ({ producer }) => this.feed('dominant', producer.id));
  }

  static async open(router: Router, changed: (peerId: string | null) => void): Promise<SpeakerWatch> {
    const [levels, dominance] = await Promise.all([
      router.createAudioLevelObserver({ maxEntries: 3, threshold: audibleFromDbov, interval: levelWindowMs }),
      router.createActiveSpeakerObserver({ interval: dominanceWindowMs }),
    ]);
    return new SpeakerWatch(levels, dominance, changed);
  }

  get speaker(): string | null {
    return this.state.speaker;
  }

  async add(producerId: string, peerId: string): Promise<void> {
    this.peers.set(producerId, peerId);
    await Promise.all([this.levels.addProducer({ producerId }), this.dominance.addProducer({ producerId })]);
  }

  /** A muted microphone leaves the floor at once. */
  mute(producerId: string): void {
    this.feed('left', producerId);
  }

  /** mediasoup takes a closed producer out of its observers by itself. */
  remove(producerId: string): void {
    this.feed('left', producerId);
    this.peers.delete(producerId);
  }

  close(): void {
    clearTimeout(this.quietTimer);
    this.levels.close();
    this.dominance.close();
    this.peers.clear();
  }

  private heard(producerIds: string[]): void {
    clearTimeout(this.quietTimer);
    const peerIds = producerIds.flatMap((id) => this.peers.get(id) ?? []);
    this.apply({ type: 'audible', peerIds });
  }

  private startQuiet(): void {
    clearTimeout(this.quietTimer);
    this.quietTimer = setTimeout(() => this.apply({ type: 'quiet' }), quietAfterMs);
    this.quietTimer.unref();
  }

  private feed(type: 'dominant' | 'left', producerId: string): void {
    const peerId = this.peers.get(producerId);
    if (peerId !== undefined) this.apply({ type, peerId });
  }

  private apply(input: SpeakerInput): void {
    const before = this.state.speaker;
    this.state = nextSpeaker(this.state, input);
    if (this.state.speaker !== before) this.changed(this.state.speaker);
  }
}
