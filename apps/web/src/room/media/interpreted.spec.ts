import type { ProducerInfo } from '@lectern/contracts';
import { HOLD_MS, Interpreted } from './interpreted';

const voice = (language: string, paused: boolean): ProducerInfo => ({
  producerId: language,
  peerId: 'booth',
  participantId: 'i',
  kind: 'audio',
  source: 'interpretation',
  paused,
  language,
});

describe('whether a channel is heard in place of the room', () => {
  const changed = jest.fn();
  const interpreted = new Interpreted(changed);
  beforeEach(() => {
    jest.useFakeTimers();
    interpreted.close();
    changed.mockClear();
  });
  afterEach(() => jest.useRealTimers());

  it('begins with an interpreter of this language on air', () => {
    expect(interpreted.look([], 'fr')).toBe(false);
    expect(interpreted.look([voice('ar', false)], 'fr')).toBe(false);
    expect(interpreted.look([voice('fr', true)], 'fr')).toBe(false);
    expect(interpreted.look([voice('fr', false)], 'fr')).toBe(true);
  });

  it('outlasts a cough', () => {
    interpreted.look([voice('fr', false)], 'fr');
    expect(interpreted.look([voice('fr', true)], 'fr')).toBe(true);
    jest.advanceTimersByTime(HOLD_MS - 1);
    expect(interpreted.look([voice('fr', false)], 'fr')).toBe(true);
    jest.advanceTimersByTime(HOLD_MS);
    expect(changed).not.toHaveBeenCalled();
  });

  it('ends a moment after the last one has gone, however often it is asked', () => {
    interpreted.look([voice('fr', false)], 'fr');
    interpreted.look([], 'fr');
    jest.advanceTimersByTime(HOLD_MS / 2);
    interpreted.look([], 'fr');
    jest.advanceTimersByTime(HOLD_MS / 2);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(interpreted.look([], 'fr')).toBe(false);
  });

  it('is over at once for who listens to something else', () => {
    interpreted.look([voice('fr', false)], 'fr');
    expect(interpreted.look([voice('fr', false)], null)).toBe(false);
    expect(interpreted.look([voice('fr', false)], 'ar')).toBe(false);
  });
});
