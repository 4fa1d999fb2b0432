import { newTrack } from '../../testing/send';
import type { TrackInfo } from '../capture/track-info';
import type { TimelineEvent } from '../timeline/timeline-event';
import { eventsWithout, recordedOf, tracksWithout } from './left-out';

const track = (participantId: string) => newTrack({ participantId }) as TrackInfo;
const speaks = (participantId: string | null): TimelineEvent => ({ type: 'speaker-changed', at: 0, participantId });

describe('leaving people out', () => {
  const tracks = ['ada', 'ben', 'ada', 'cleo'].map(track);
  const without = (...ids: string[]) => tracksWithout(tracks, new Set(ids)).map(({ participantId }) => participantId);

  it('takes all their tracks, and nobody else’s', () => {
    expect(without()).toEqual(['ada', 'ben', 'ada', 'cleo']);
    expect(without('ada')).toEqual(['ben', 'cleo']);
    expect(without('ada', 'ben', 'cleo', 'dora')).toEqual([]);
  });

  it('counts those of whom there is something', () => {
    expect([...recordedOf(tracks, new Set(['dora', 'ada']))]).toEqual(['ada']);
    expect(recordedOf(tracks).size).toBe(0);
  });

  it('shows nobody because they speak', () => {
    const events = ['ada', 'ben', null].map(speaks);
    expect(eventsWithout(events, new Set(['ada']))).toEqual([speaks('ben'), speaks(null)]);
    expect(eventsWithout([{ type: 'recording-paused', at: 1 }], new Set(['ada']))).toHaveLength(1);
  });
});
