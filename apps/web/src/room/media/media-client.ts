import type { MediaOffer, ProducerInfo, SessionSnapshot, VideoCodec } from '@lectern/contracts';
import type { ConnectionState } from 'mediasoup-client/types';
import { abilitiesOf } from '../session/abilities';
import type { RoomSession } from '../session/room-session';
import type { LinkStatus, RoomState } from '../session/room-state';
import { Store } from '../session/store';
import { Bandwidth, type BandwidthState } from './bandwidth';
import type { BandwidthChoice } from './bandwidth-mode';
import { CutWatch } from './cut-watch';
import { deviceAhead, fits } from './device';
import type { TileSize } from './layers';
import type { Listening } from './listening';
import { type LocalMedia, loudspeakerOf } from './local-media';
import { type EngineEvents, MediaEngine, type Start } from './media-engine';
import { type HeardChannel, ofOthers, type Reception, receptionOf, softened } from './reception';
import { SoundChoice } from './sound-choice';
import { SoundOut } from './sound-out';
import type { Traffic } from './traffic';
import { noTraffic, TrafficMeter } from './traffic-meter';
import { capabilitiesOf } from './transport-link';
import { type Voice, voiceOf } from './voice';

/** `none`: the room has no media now. `mending`: lost, and on its way back. */
export type MediaLink = 'idle' | 'none' | 'connecting' | 'connected' | 'mending';

/** What of the room's state decides on its media; a join's answer has it too. */
type Entered = Pick<RoomState, 'webinar' | 'me' | 'peerId' | 'routerRtpCapabilities' | 'videoCodec'>;

/** The audience gets media once it is live; those on the stage are let in before, to the green room. */
const doorsOpen = ({ webinar, me }: Entered): boolean =>
  webinar?.status === 'live' || (webinar?.status === 'scheduled' && abilitiesOf(me?.role).early);

const over: ReadonlySet<LinkStatus> = new Set(['ended', 'removed', 'dismissed', 'refused']);

export interface MediaState {
  link: MediaLink;
  /** The others' tracks, by producer; pictures that the mode leaves out are not among them. */
  tracks: ReadonlyMap<string, MediaStreamTrack>;
  /** The browser refuses to play until somebody clicks. */
  soundBlocked: boolean;
  traffic: Traffic;
  bandwidth: BandwidthState;
  listening: Listening;
  /** What is heard in place of the room; null: the room is. */
  channel: HeardChannel | null;
}

const REBUILD_MS = [300, 1000, 3000, 8000] as const;
/** A page in the background needs no pictures; a short look elsewhere shall not cost a key frame. */
const HIDDEN_MS = 10_000;
/** How many of those who spoke last are remembered. */
const SPEAKERS = 8;
/** Browsers make picture-in-picture about so large. */
const WINDOW: TileSize = { width: 480, height: 270 };
/** A shared screen and who speaks: what is let flow before the page is drawn, for so long at most. */
const PICTURES_AHEAD = 2;
const DRAWN_MS = 3_000;
/** Every layer: to change the layer costs a key frame, and most rooms have one large picture. */
const LARGE: TileSize = { width: 1280, height: 720 };
const none: ReadonlyMap<string, TileSize> = new Map();

/** Sound and picture of the room: follows the session's state, this person's devices, and what the page shows. */
export class MediaClient {
  private readonly bandwidth = new Bandwidth((bandwidth) => this.onBandwidth(bandwidth));
  private readonly choice = new SoundChoice(() => this.onChoice());
  readonly store = new Store<MediaState>({
    link: 'idle',
    tracks: new Map(),
    soundBlocked: false,
    traffic: noTraffic,
    bandwidth: this.bandwidth.current,
    listening: this.choice.current,
    channel: null,
  });
  private readonly sound = new SoundOut((soundBlocked) => this.store.set({ soundBlocked }));
  private readonly shown = new Map<string, TileSize>();
  private readonly offs: (() => void)[];
  /** All that arrives or has arrived, shown or held back. */
  private readonly received = new Map<string, MediaStreamTrack>();
  private speakers: readonly string[] = [];
  /** Shown soon: flows before the page, which is being drawn, tells what it shows. */
  private expected: ReadonlyMap<string, TileSize> = none;
  private expectTimer: ReturnType<typeof setTimeout> | undefined;
  private windowed: string | null = null;
  private engine: MediaEngine | null = null;
  private producers: readonly ProducerInfo[] = [];
  /** In which codec cameras are to be sent. */
  private videoCodec: VideoCodec = 'vp8';
  private aligning = false;
  private hidden = false;
  /** Whether the room's doors were open for us at the last look. */
  private open = false;
  /** Our peer's id when the engine was built: a new peer has none of its transports. */
  private builtFor: string | null = null;
  /** The join that it was built by, if it brought all that it takes. */
  private builtBy: SessionSnapshot | null = null;
  private hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  private rebuildTimer: ReturnType<typeof setTimeout> | undefined;
  private rebuilds = 0;
  private readonly cuts = new CutWatch();
  private readonly meter = new TrafficMeter({
    sample: async () => this.engine?.sample(Date.now()),
    look: (look) => {
      if (!this.cuts.isCut(look.atMs)) this.bandwidth.look(look);
    },
    show: (traffic) => this.store.set({ traffic }),
  });
  private readonly onVisibility = (): void => this.followVisibility();

  constructor(
    private readonly session: RoomSession,
    private readonly local: LocalMedia,
  ) {
    document.addEventListener('visibilitychange', this.onVisibility);
    this.offs = [
      session.store.subscribe(() => this.followSession()),
      local.store.subscribe(() => this.sound.useDevice(loudspeakerOf(local.store.get()))),
      session.listen({
        capabilities: () => this.capabilities(),
        entering: (snapshot) => this.onEntering(snapshot),
        joined: (snapshot, samePeer) => this.onJoined(snapshot, samePeer),
        mediaReset: () => this.onReset(),
        consumerClosed: (id) => this.engine?.receiver.onConsumerClosed(id),
        silenced: () => void this.local.setMicrophone(false),
        producerLayers: (id, layer) => this.engine?.sender.onLayers(id, layer),
        producerClosed: (id) => this.engine?.sender.onClosed(id),
      }),
    ];
  }

  /** A tile shows this video at this size; `null`: no longer. */
  show(producerId: string, size: TileSize | null): void {
    if (size) this.shown.set(producerId, size);
    else this.shown.delete(producerId);
    this.onDrawn();
  }

  /** A window outside of the page shows this video, also while the page is hidden; `null`: no longer. */
  showInWindow(producerId: string | null): void {
    this.windowed = producerId;
    this.align();
  }

  /** How much of the line to use; `auto` leaves it to the line. */
  choose(choice: BandwidthChoice): void {
    this.bandwidth.choose(choice);
  }

  /** The room, or the interpreters of a language. */
  listen(change: Partial<Listening>): void {
    this.choice.choose(change);
  }

  unblockSound(): void {
    this.sound.unblock();
  }

  close(): void {
    for (const off of this.offs) off();
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.meter.close();
    clearTimeout(this.hiddenTimer);
    clearTimeout(this.rebuildTimer);
    clearTimeout(this.expectTimer);
    this.drop();
    this.choice.close();
    this.sound.close();
  }

  private capabilities() {
    const device = deviceAhead();
    return device && capabilitiesOf(device);
  }

  /** Before the page hears of it and draws itself: the browser negotiates first, and finds its way while the page is drawn. */
  private onEntering(snapshot: SessionSnapshot): Promise<unknown> | undefined {
    const { receive: offer, producers, routerRtpCapabilities } = snapshot;
    const device = deviceAhead();
    if (!offer || !device || !routerRtpCapabilities || !fits(routerRtpCapabilities) || !doorsOpen(snapshot)) return;
    this.open = true;
    this.build(snapshot, { device, offer, producers });
    this.builtBy = snapshot;
    const others = ofOthers(producers, snapshot);
    this.expect(offer);
    this.engine?.align(others, this.reception(others));
    return this.engine?.negotiated;
  }

  /** What will most likely be shown, until the page tells. */
  private expect({ consumers }: MediaOffer): void {
    const pictures = consumers.filter(({ kind }) => kind === 'video').slice(0, PICTURES_AHEAD);
    this.expected = new Map(pictures.map(({ producerId }) => [producerId, LARGE]));
    clearTimeout(this.expectTimer);
    this.expectTimer = setTimeout(() => this.onDrawn(), DRAWN_MS);
  }

  private onDrawn(): void {
    clearTimeout(this.expectTimer);
    this.expected = none;
    this.alignSoon();
  }

  private onJoined(snapshot: SessionSnapshot, samePeer: boolean): void {
    if (this.engine && this.builtBy === snapshot) return;
    if (!this.engine || this.builtFor !== snapshot.peerId) this.build();
    // Else it was built a moment ago, by this very join.
    else if (samePeer) void this.engine.resume();
  }

  private onReset(): void {
    this.drop();
    // A room that had no media when we came may have other capabilities now.
    if (this.session.store.get().routerRtpCapabilities) this.build();
    else this.session.refresh();
  }

  private build(state: Entered = this.session.store.get(), start?: Start): void {
    clearTimeout(this.rebuildTimer);
    this.drop();
    this.builtBy = null;
    this.cuts.rebuilt();
    if (!doorsOpen(state)) return this.store.set({ link: 'idle' });
    const { routerRtpCapabilities } = state;
    this.videoCodec = state.videoCodec;
    if (!routerRtpCapabilities) return this.store.set({ link: 'none' });
    this.store.set({ link: 'connecting' });
    const events: EngineEvents = {
      track: (producerId, track) => this.onTrack(producerId, track),
      state: (direction, state) => this.onState(direction, state),
      lost: () => this.onLost(engine),
    };
    const from = start ?? routerRtpCapabilities;
    const engine = new MediaEngine(from, this.local, this.session.call, events, {
      videoCodec: () => this.videoCodec,
      voice: () => this.voice(state),
    });
    this.engine = engine;
    this.builtFor = state.peerId;
    // On entering the state follows in a moment, and with it what there is to receive.
    if (!start) this.align();
  }

  /** @param entered what the engine was built by, which the state may still have to follow */
  private voice(entered: Entered): Voice | null {
    const now = this.session.store.get();
    const { me, webinar } = now.peerId === entered.peerId ? now : entered;
    return voiceOf(me?.role, webinar?.languages ?? [], this.local.store.get().language);
  }

  private drop(): void {
    this.engine?.close();
    this.engine = null;
  }

  private onLost(engine: MediaEngine): void {
    if (engine !== this.engine) return;
    this.drop();
    this.store.set({ link: 'mending' });
    const delay = REBUILD_MS[Math.min(this.rebuilds, REBUILD_MS.length - 1)];
    this.rebuilds += 1;
    this.rebuildTimer = setTimeout(() => {
      // While the socket is away, coming back builds it.
      if (this.session.store.get().link.status === 'joined') this.build();
    }, delay);
  }

  private onState(direction: 'send' | 'receive', state: ConnectionState): void {
    if (direction === 'receive') this.cuts.onState(state, Date.now());
    if (state === 'connected') {
      this.rebuilds = 0;
      this.store.set({ link: 'connected' });
    }
    if (state === 'disconnected' || state === 'failed') this.store.set({ link: 'mending' });
  }

  private onTrack(producerId: string, track: MediaStreamTrack | null): void {
    if (track) this.received.set(producerId, track);
    else this.received.delete(producerId);
    this.showTracks();
    if (!track || track.kind === 'audio') this.sound.set(producerId, track);
  }

  private onChoice(): void {
    this.store.set({ listening: this.choice.current });
    this.align();
  }

  private onBandwidth(bandwidth: BandwidthState): void {
    this.store.set({ bandwidth });
    this.align();
  }

  private followSession(): void {
    const state = this.session.store.get();
    const { producers, me, speaker } = state;
    if (me?.muted && this.local.store.get().microphone.status === 'on') void this.local.setMicrophone(false);
    if (over.has(state.link.status)) return this.finish();
    if (this.isAhead) return;
    const open = doorsOpen(state);
    if (open && !this.open) this.build();
    this.open = open;
    this.followCodec(state.videoCodec);
    const spoke = speaker !== null && speaker !== this.speakers[0];
    if (spoke) this.speakers = [speaker, ...this.speakers.filter((peerId) => peerId !== speaker)].slice(0, SPEAKERS);
    if (producers === this.producers && !spoke) return;
    this.producers = producers;
    this.align();
  }

  private followCodec(videoCodec: VideoCodec): void {
    if (videoCodec === this.videoCodec) return;
    this.videoCodec = videoCodec;
    this.engine?.sender.align();
  }

  /** The room is over for us: no light stays on. */
  private finish(): void {
    clearTimeout(this.rebuildTimer);
    this.drop();
    this.local.releaseAll();
  }

  private followVisibility(): void {
    clearTimeout(this.hiddenTimer);
    if (document.visibilityState === 'visible') this.setHidden(false);
    else this.hiddenTimer = setTimeout(() => this.setHidden(true), HIDDEN_MS);
  }

  private setHidden(hidden: boolean): void {
    this.hidden = hidden;
    this.align();
  }

  /** A tile that moves on the page goes and comes at once: its picture must not stop for that. Still before the paint. */
  private alignSoon(): void {
    if (this.aligning) return;
    this.aligning = true;
    queueMicrotask(() => {
      this.aligning = false;
      this.align();
    });
  }

  /** Built by a join whose answer is not the state yet. */
  private get isAhead(): boolean {
    return this.engine !== null && this.builtFor !== this.session.store.get().peerId;
  }

  private align(): void {
    if (this.isAhead) return;
    const { producers, ...self } = this.session.store.get();
    const others = ofOthers(producers, self);
    this.followChannel(others);
    this.engine?.align(others, this.reception(others));
    this.showTracks();
  }

  private get onView(): ReadonlyMap<string, TileSize> {
    const shown = this.hidden ? none : this.shown;
    return this.windowed && !shown.has(this.windowed) ? new Map([...shown, [this.windowed, WINDOW]]) : shown;
  }

  private reception(producers: readonly ProducerInfo[]): Reception {
    const { mode } = this.bandwidth.current;
    const shown = this.expected.size > 0 ? this.expected : this.onView;
    const { channel } = this.store.get();
    return receptionOf({ mode, producers, shown, channel, speakers: this.speakers, pixelRatio: devicePixelRatio });
  }

  private followChannel(producers: readonly ProducerInfo[]): void {
    const channel = this.choice.heard(producers, this.session.store.get().webinar?.languages ?? []);
    this.sound.soften(softened({ producers, channel }));
    if (channel !== this.store.get().channel) this.store.set({ channel });
  }

  /** A picture that is held back to save bandwidth would stand still: initials are more honest. */
  private showTracks(): void {
    const held = this.bandwidth.current.mode === 'full' ? null : this.reception(this.producers);
    const tracks = [...this.received].filter(([id, { kind }]) => kind === 'audio' || !held || held.has(id));
    const before = this.store.get().tracks;
    if (tracks.length === before.size && tracks.every(([id, track]) => before.get(id) === track)) return;
    this.store.set({ tracks: new Map(tracks) });
  }
}
