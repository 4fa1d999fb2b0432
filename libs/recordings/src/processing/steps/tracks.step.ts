import { DomainError } from '@lectern/kernel';
import { withoutPauses } from '../../timeline/recorded-time';
import type { TimelineEvent } from '../../timeline/timeline-event';
import { readTimeline } from '../../timeline/timeline-reader';
import { convertTrack, type RecordingSpan } from '../../tracks/convert-track';
import { interpretersChannels } from '../channels';
import { eventsWithout, recordedOf, tracksWithout } from '../left-out';
import { shownPieces, shownTracks } from '../shown';
import { readShown, type ShownMedia } from '../shown-media';
import { recordingSpan } from '../span';
import type { Step, StepContext } from '../step';
import { type ReadTrack, speakerChanges, visibleTracks } from '../visibility';
import { TracksResult } from './tracks-result';

/** Shorter than this there is nothing to see or hear. */
const SHORTEST_MS = 200;

/** Packets → files that ffmpeg reads, laid out on the time of the result; and what was shown, fetched. */
export const tracksStep: Step<TracksResult> = {
  name: 'tracks',
  needs: [],
  share: 5,
  passing: true,
  result: TracksResult,
  files: ({ tracks, shown }) => [
    ...tracks.flatMap(({ media }) => media.file ?? []),
    ...shown.video.map(({ file }) => file),
    ...shown.audio,
  ],
  run: async (context) => {
    const timeline = await readTimeline(context.folder.dir);
    const infos = await context.folder.tracks();
    const span = await recordingSpan(context.folder.dir, timeline, infos);
    if (!span || span.durationMs < SHORTEST_MS) throw new DomainError('WRONG_STATE', 'Nothing was recorded.');
    const leftOut = recordedOf(infos, context.leftOut);
    const tracks = await readTracks(tracksWithout(infos, leftOut), span, context);
    const events = eventsWithout(withoutPauses(timeline.events, span), leftOut);
    const seen = await lookAt(tracks, events, span, context);
    if (leftOut.size === 0) refuseEmpty(tracks, seen.shown);
    const channels = interpretersChannels(tracks, events, span, context.languages);
    return { span, leftOut: [...leftOut].sort(), tracks, channels, ...seen };
  },
};

async function readTracks(infos: ReadTrack['info'][], span: RecordingSpan, context: StepContext): Promise<ReadTrack[]> {
  const { folder, signal, onProgress } = context;
  const tracks: ReadTrack[] = [];
  for (const [i, info] of infos.entries()) {
    signal?.throwIfAborted();
    onProgress(i / infos.length);
    tracks.push({ info, media: await convertTrack(folder.dir, info, folder.work, span) });
  }
  return tracks;
}

/** What is to be seen of whom when. */
async function lookAt(tracks: ReadTrack[], events: TimelineEvent[], span: RecordingSpan, context: StepContext) {
  const { folder, ffmpegPath, signal, fetchMaterial: fetch = () => Promise.resolve(null) } = context;
  const pieces = shownPieces(events, span);
  const shown = await readShown({ pieces, fetch, work: folder.work, ffmpegPath, signal });
  const pictures = new Set(shown.video.map(({ trackId }) => trackId));
  const visible = [...visibleTracks(tracks, events, span), ...shownTracks(pieces, pictures)];
  return { shown, visible, speakers: speakerChanges(events, span) };
}

/** A video of nothing helps nobody; but where nobody wants to be seen any more, it replaces the one that shows them. */
function refuseEmpty(tracks: ReadTrack[], shown: ShownMedia): void {
  if (tracks.some(({ media }) => media.file !== null) || shown.video.length + shown.audio.length > 0) return;
  const reasons = tracks.flatMap(({ media }) => media.notice ?? []);
  throw new DomainError('WRONG_STATE', ['Nobody sent sound or picture while the recording ran.', ...reasons].join(' '));
}
