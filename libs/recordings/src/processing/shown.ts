import { materialFiles } from '@lectern/contracts';
import type { VisibleTrack } from '../composition/scene';
import type { PresentedState, TimelineEvent } from '../timeline/timeline-event';
import type { RecordingSpan } from '../tracks/convert-track';
import type { Interval } from '../tracks/presence';

/** Slides on one page, or a video that plays or stands, from one moment of the recording to another. */
export interface ShownPiece extends Interval {
  shown: PresentedState;
}

/** What was shown to the room when, without gaps of its own making, cut to the recording. */
export function shownPieces(events: TimelineEvent[], { startedAt, durationMs }: RecordingSpan): ShownPiece[] {
  const changes = events.filter((event) => event.type === 'presentation-changed');
  return changes.flatMap(({ at, shown }, i) => {
    const start = at - startedAt;
    const end = Math.min(durationMs, (changes[i + 1]?.at ?? Infinity) - startedAt);
    if (!shown || end <= Math.max(0, start)) return [];
    return [{ start: Math.max(0, start), end, shown: start < 0 ? later(shown, -start) : shown }];
  });
}

/** A video that was begun before the recording is further on when that begins. */
const later = (shown: PresentedState, ms: number): PresentedState =>
  shown.kind === 'clip' && shown.playing ? { ...shown, position: shown.position + ms / 1000 } : shown;

/** Names the picture of a piece: the same page is the same picture, whenever it is shown. */
export const pictureId = ({ shown }: ShownPiece, index: number): string =>
  shown.kind === 'deck' ? `page:${shown.materialId}:${shown.page}` : `clip:${shown.materialId}:${index}`;

/** The file from which a piece's picture is made. */
export const pictureFile = ({ shown }: ShownPiece): string =>
  shown.kind === 'deck' ? materialFiles.page(shown.page) : materialFiles.video;

export const hasPicture = ({ shown }: ShownPiece): boolean => shown.kind === 'deck' || shown.hasVideo;

export const hasSound = ({ shown }: ShownPiece): boolean => shown.kind === 'clip' && shown.playing && shown.hasAudio;

/** As tracks for the plan of scenes, those of the pieces whose pictures there are. */
export function shownTracks(pieces: ShownPiece[], pictures: ReadonlySet<string>): VisibleTrack[] {
  const tracks = new Map<string, VisibleTrack>();
  for (const [i, piece] of pieces.entries()) {
    const trackId = pictureId(piece, i);
    if (!pictures.has(trackId)) continue;
    const track = tracks.get(trackId) ?? { trackId, participantId: '', source: 'shown' as const, visible: [] };
    track.visible.push({ start: piece.start, end: piece.end });
    tracks.set(trackId, track);
  }
  return [...tracks.values()];
}
