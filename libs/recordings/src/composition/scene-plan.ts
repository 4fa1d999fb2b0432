import { Presence, type Interval } from '../tracks/presence';
import { FRAME_MS, MAX_EQUAL, MAX_SIDE, type Scene, type SpeakerChange, type VisibleTrack } from './scene';

/** Who speaks for less than this does not get the large picture. */
const SPEAKER_HOLD_MS = 2000;
/** A scene shorter than this would be a flicker. */
const MIN_SCENE_MS = 1000;

export interface PlanInput {
  durationMs: number;
  tracks: VisibleTrack[];
  speakers: SpeakerChange[];
  /** `grid`: while nothing is shown to everyone, all cameras have the same size. `speaker` by default. */
  view?: 'speaker' | 'grid';
}

/**
 * Decides what the video shows when: what was shown to everyone, else the newest shared screen, else the camera of whoever speaks, with
 * the other cameras beside it. Scenes follow each other without gap from 0 to the end (rounded up to a whole frame).
 */
export function planScenes(input: PlanInput): Scene[] {
  const end = Math.ceil(input.durationMs / FRAME_MS) * FRAME_MS;
  const speakers = steadySpeakers(input.speakers);
  const tracks = input.tracks.map((track) => ({ ...track, visible: withoutShortHoles(track.visible) }));
  const cuts = cutTimes(tracks, speakers, end);
  const scenes: Scene[] = [];
  let previousMain: string | null = null;
  for (const [i, start] of cuts.entries()) {
    const picture = pictureAt(start, tracks, { ...input, speakers }, previousMain);
    previousMain = picture.main ?? previousMain;
    scenes.push({ start, end: cuts[i + 1] ?? end, ...picture });
  }
  return joinEqual(withoutFlicker(joinEqual(scenes)));
}

/** Leaves out changes that do not last, and moments when nobody speaks: then the last speaker stays. */
function steadySpeakers(changes: SpeakerChange[]): SpeakerChange[] {
  const spoken = changes.filter(({ participantId }) => participantId !== null).sort((a, b) => a.at - b.at);
  const real = spoken.filter(({ participantId }, i) => participantId !== spoken[i - 1]?.participantId);
  return real.filter(({ at }, i) => (real[i + 1]?.at ?? Infinity) - at >= SPEAKER_HOLD_MS);
}

/** A picture that is gone for a moment only stands still meanwhile, and nobody's place changes. */
function withoutShortHoles(intervals: Interval[]): Interval[] {
  const presence = new Presence(MIN_SCENE_MS);
  for (const { start, end } of intervals) presence.see(start, end);
  return presence.intervals;
}

function cutTimes(tracks: VisibleTrack[], speakers: SpeakerChange[], end: number): number[] {
  const moments = tracks.flatMap(({ visible }) => visible.flatMap((interval) => [interval.start, interval.end]));
  const all = [0, ...moments, ...speakers.map(({ at }) => at)].map((at) => Math.round(at / FRAME_MS) * FRAME_MS);
  return [...new Set(all)].filter((at) => at >= 0 && at < end).sort((a, b) => a - b);
}

function pictureAt(
  at: number,
  tracks: VisibleTrack[],
  { speakers, view }: Pick<PlanInput, 'speakers' | 'view'>,
  previousMain: string | null,
): Pick<Scene, 'main' | 'side' | 'equal'> {
  const shown = tracks.filter((track) => since(track, at) !== null).sort((a, b) => since(a, at)! - since(b, at)!);
  const cameras = shown.filter(({ source }) => source === 'camera');
  const speaker = speakers.findLast((change) => change.at <= at + FRAME_MS / 2)?.participantId;
  const speaking = cameras.find(({ participantId }) => participantId === speaker);
  const screen = shown.findLast(({ source }) => source === 'screen');
  const stays = cameras.find(({ trackId }) => trackId === previousMain);
  const material = shown.findLast(({ source }) => source === 'shown');
  if (view === 'grid' && !material && !screen) return equalsOf(cameras, speaking);
  const main = material ?? screen ?? speaking ?? stays ?? cameras[0];
  const others = [...(screen ? [screen] : []), ...cameras].filter((track) => track !== main);
  return { main: main?.trackId ?? null, side: within(others, speaking, MAX_SIDE).map(({ trackId }) => trackId) };
}

function equalsOf(cameras: VisibleTrack[], speaking: VisibleTrack | undefined) {
  const [main = null, ...side] = within(cameras, speaking, MAX_EQUAL).map(({ trackId }) => trackId);
  return { main, side, equal: true };
}

/** In the order in which they came, which keeps tiles in their places; the speaker always has one. */
function within(cameras: VisibleTrack[], speaking: VisibleTrack | undefined, most: number): VisibleTrack[] {
  const side = cameras.slice(0, most);
  const missing = speaking && cameras.includes(speaking) && !side.includes(speaking);
  return missing ? [...side.slice(0, -1), speaking] : side;
}

/** When the track began to be visible, if it is at this moment (to half a frame). */
function since(track: VisibleTrack, at: number): number | null {
  const middle = at + FRAME_MS / 2;
  return track.visible.find(({ start, end }) => start <= middle && middle < end)?.start ?? null;
}

function joinEqual(scenes: Scene[]): Scene[] {
  const joined: Scene[] = [];
  for (const scene of scenes) {
    const last = joined.at(-1);
    if (last && samePicture(last, scene)) last.end = scene.end;
    else joined.push({ ...scene });
  }
  return joined;
}

function samePicture(a: Scene, b: Scene): boolean {
  return a.main === b.main && a.side.join() === b.side.join() && a.equal === b.equal;
}

/** What lasts too short is covered by the scene before it; at the very beginning by the one after it. */
function withoutFlicker(scenes: Scene[]): Scene[] {
  const kept: Scene[] = [];
  for (const scene of scenes) {
    const last = kept.at(-1);
    if (last && scene.end - scene.start < MIN_SCENE_MS) last.end = scene.end;
    else if (last && last.end - last.start < MIN_SCENE_MS) kept.splice(-1, 1, { ...scene, start: last.start });
    else kept.push({ ...scene });
  }
  return kept;
}
