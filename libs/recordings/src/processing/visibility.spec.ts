import type { TrackInfo } from '../capture/track-info';
import type { TimelineEvent } from '../timeline/timeline-event';
import { speakerChanges, visibleTracks, type ReadTrack } from './visibility';

const span = { startedAt: 10_000, durationMs: 60_000 };

function track(source: TrackInfo['source'], intervals: [number, number][], file: string | null = 'f'): ReadTrack {
  const media = { intervals: intervals.map(([start, end]) => ({ start, end })), file };
  return { info: { trackId: 't', participantId: 'p', source }, media } as ReadTrack;
}

const visible = (read: ReadTrack, events: TimelineEvent[] = []) =>
  visibleTracks([read], events, span).flatMap((each) => each.visible.map(({ start, end }) => [start, end]));

describe('visibleTracks', () => {
  it('shows a camera while it sends', () => {
    expect(
      visible(
        track('camera', [
          [0, 5000],
          [9000, 20_000],
        ]),
      ),
    ).toEqual([
      [0, 5000],
      [9000, 20_000],
    ]);
  });

  it('hides what was paused, to the end if it was not taken up again', () => {
    const events: TimelineEvent[] = [
      { type: 'track-paused', at: 12_000, trackId: 't' },
      { type: 'track-resumed', at: 14_000, trackId: 't' },
      { type: 'track-paused', at: 15_000, trackId: 'other' },
      { type: 'track-paused', at: 28_000, trackId: 't' },
    ];
    expect(visible(track('camera', [[0, 20_000]]), events)).toEqual([
      [0, 2000],
      [4000, 18_000],
    ]);
  });

  it('shows a screen that does not move until its sharing ends', () => {
    expect(visible(track('screen', [[1000, 1500]]))).toEqual([[1000, 60_000]]);
    const closed: TimelineEvent = { type: 'track-closed', at: 40_000, trackId: 't' };
    expect(visible(track('screen', [[1000, 1500]]), [closed])).toEqual([[1000, 30_000]]);
  });

  it('shows no screen any more when the recording went on after the death of its server', () => {
    const about = { producerId: 'x', participantId: 'p', displayName: 'P', source: 'screen' } as const;
    const events: TimelineEvent[] = [
      { type: 'recording-started', at: 10_000, recordingId: 'r' },
      { type: 'track-opened', at: 11_000, trackId: 't', ...about },
      { type: 'recording-started', at: 30_000, recordingId: 'r' },
    ];
    expect(visible(track('screen', [[1000, 1500]]), events)).toEqual([[1000, 20_000]]);
  });

  it('leaves out sound, and what could not be read', () => {
    expect(visible(track('microphone', [[0, 9000]]))).toEqual([]);
    expect(visible(track('camera', [[0, 9000]], null))).toEqual([]);
  });
});

describe('speakerChanges', () => {
  it('counts from the start', () => {
    const events: TimelineEvent[] = [
      { type: 'participant-left', at: 11_000, participantId: 'p' },
      { type: 'speaker-changed', at: 12_000, participantId: null },
    ];
    expect(speakerChanges(events, span)).toEqual([{ at: 2000, participantId: null }]);
  });
});
