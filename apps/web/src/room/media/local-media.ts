import type { MediaSource } from '@lectern/contracts';
import { Store } from '../session/store';
import { listDevices, openBoth, openCamera, openMicrophone, openScreen } from './capture';
import { type DeviceChoice, type DeviceKind, loadDeviceChoice, saveDeviceChoice } from './device-choice';
import { loadSpoken, saveSpoken } from './spoken-language';
import { type MediaProblem, problemOf, screenProblemOf } from './problem';

/** `on` without a track cannot be; `off` may keep one (a muted microphone, so that unmuting is instant). */
export interface LocalTrack {
  status: 'off' | 'starting' | 'on';
  track: MediaStreamTrack | null;
  problem: MediaProblem | null;
}

/** What a device gives. Into which of the room's tracks a microphone goes is the sender's affair. */
export type LocalSource = Exclude<MediaSource, 'interpretation'>;

export interface LocalState extends Record<LocalSource, LocalTrack> {
  devices: readonly MediaDeviceInfo[];
  choice: DeviceChoice;
  /** What is spoken into the microphone; null until it was chosen. */
  language: string | null;
}

const off: LocalTrack = { status: 'off', track: null, problem: null };

/**
 * What this person's own devices give, independent of any connection: the device check uses it before entering, and
 * the sender follows it afterwards.
 */
export class LocalMedia {
  readonly store = new Store<LocalState>({
    microphone: off,
    camera: off,
    screen: off,
    'screen-audio': off,
    devices: [],
    choice: loadDeviceChoice(),
    language: loadSpoken(),
  });
  private readonly refresh = (): void => void this.refreshDevices();
  private closed = false;

  constructor() {
    (navigator.mediaDevices as MediaDevices | undefined)?.addEventListener('devicechange', this.refresh);
  }

  async setMicrophone(on: boolean): Promise<void> {
    const { microphone, choice } = this.store.get();
    if (!on) return this.mute();
    if (microphone.track?.readyState === 'live') return this.put('microphone', 'on', microphone.track);
    await this.start('microphone', () => openMicrophone(choice.audioinput));
  }

  /** Both with one question by the browser; each by itself where that fails, so that one missing device spares the other. */
  async startBoth(): Promise<void> {
    const { choice, microphone, camera } = this.store.get();
    if (microphone.status !== 'off' || camera.status !== 'off') return;
    const starting: LocalTrack = { status: 'starting', track: null, problem: null };
    this.store.set({ microphone: starting, camera: starting });
    try {
      const { audio, video } = await openBoth(choice.audioinput, choice.videoinput);
      this.putStarted('microphone', audio);
      this.putStarted('camera', video);
      await this.refreshDevices();
    } catch {
      const { microphone: sound, camera: picture } = this.store.get();
      this.store.set({ microphone: off, camera: off });
      if (sound.status === 'starting') await this.setMicrophone(true);
      if (picture.status === 'starting') await this.setCamera(true);
    }
  }

  /** Off lets the camera go, so that its light goes out. */
  async setCamera(on: boolean): Promise<void> {
    if (!on) return this.drop('camera');
    if (this.store.get().camera.status === 'on') return;
    await this.start('camera', () => openCamera(this.store.get().choice.videoinput));
  }

  async setScreen(on: boolean): Promise<void> {
    if (!on) return this.dropScreen();
    this.store.set({ screen: { status: 'starting', track: null, problem: null } });
    try {
      const { video, audio } = await openScreen();
      if (this.closed) return [video, audio].forEach((track) => track?.stop());
      if (audio) this.put('screen-audio', 'on', audio);
      this.put('screen', 'on', video);
    } catch (error) {
      this.store.set({ screen: { ...off, problem: screenProblemOf(error) } });
    }
  }

  /** Chooses a device; one in use is exchanged without a gap in the stream to the others. */
  async choose(kind: DeviceKind, deviceId: string): Promise<void> {
    const choice = { ...this.store.get().choice, [kind]: deviceId };
    this.store.set({ choice });
    saveDeviceChoice(choice);
    if (kind === 'audioinput') await this.exchange('microphone', () => openMicrophone(deviceId));
    if (kind === 'videoinput') await this.exchange('camera', () => openCamera(deviceId));
  }

  /** Chooses what is spoken into the microphone. */
  speak(language: string): void {
    this.store.set({ language });
    saveSpoken(language);
  }

  async refreshDevices(): Promise<void> {
    this.store.set({ devices: await listDevices() });
  }

  /** Lets one source go, say because the server closed it. */
  drop(source: LocalSource, problem: MediaProblem | null = null): void {
    this.store.get()[source].track?.stop();
    this.store.set({ [source]: { ...off, problem } });
  }

  releaseAll(): void {
    for (const source of ['microphone', 'camera', 'screen', 'screen-audio'] as const) {
      if (this.store.get()[source].track) this.drop(source);
    }
  }

  close(): void {
    this.closed = true;
    (navigator.mediaDevices as MediaDevices | undefined)?.removeEventListener('devicechange', this.refresh);
    this.releaseAll();
  }

  private mute(): void {
    const { microphone } = this.store.get();
    if (microphone.track) microphone.track.enabled = false;
    this.store.set({ microphone: { ...microphone, status: 'off' } });
  }

  private dropScreen(): void {
    this.drop('screen');
    this.drop('screen-audio');
  }

  private async exchange(source: 'microphone' | 'camera', open: () => Promise<MediaStreamTrack>): Promise<void> {
    const before = this.store.get()[source];
    if (!before.track) return;
    try {
      const track = await open();
      before.track.stop();
      this.put(source, before.status === 'on' ? 'on' : 'off', track);
    } catch (error) {
      this.store.set({ [source]: { ...before, problem: problemOf(error) } });
    }
  }

  private async start(source: 'microphone' | 'camera', open: () => Promise<MediaStreamTrack>): Promise<void> {
    if (this.store.get()[source].status === 'starting') return;
    this.store.set({ [source]: { status: 'starting', track: null, problem: null } });
    try {
      this.putStarted(source, await open());
      // Labels of devices are told only after the first permission.
      await this.refreshDevices();
    } catch (error) {
      this.store.set({ [source]: { ...off, problem: problemOf(error) } });
    }
  }

  /** Whoever has turned it off while it was being opened, or left, is not to be heard or seen. */
  private putStarted(source: 'microphone' | 'camera', track: MediaStreamTrack): void {
    if (this.closed || this.store.get()[source].status !== 'starting') track.stop();
    else this.put(source, 'on', track);
  }

  private put(source: LocalSource, status: 'on' | 'off', track: MediaStreamTrack): void {
    track.enabled = status === 'on';
    track.onended = () => this.onEnded(source, track);
    this.store.set({ [source]: { status, track, problem: null } });
  }

  /** The device was unplugged, or the browser's own "stop sharing" was pressed. */
  private onEnded(source: LocalSource, track: MediaStreamTrack): void {
    const now = this.store.get()[source];
    if (now.track !== track) return;
    if (source === 'screen' || source === 'screen-audio') {
      return source === 'screen' ? this.dropScreen() : this.drop(source);
    }
    void this.replaceLost(source, now.status === 'on');
  }

  private async replaceLost(source: 'microphone' | 'camera', wasOn: boolean): Promise<void> {
    this.drop(source, 'unplugged');
    if (!wasOn) return;
    // Another device of the kind may be there: go on with it, else say what happened.
    await this.start(source, () => (source === 'camera' ? openCamera() : openMicrophone()));
    if (this.store.get()[source].status !== 'on') this.drop(source, 'unplugged');
  }
}

/** The chosen one while it is plugged in; else the system's own, which is the empty text. */
export function loudspeakerOf({
  devices,
  choice: { audiooutput = '' },
}: Pick<LocalState, 'devices' | 'choice'>): string {
  const known = devices.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '');
  return known.length === 0 || known.some(({ deviceId }) => deviceId === audiooutput) ? audiooutput : '';
}
