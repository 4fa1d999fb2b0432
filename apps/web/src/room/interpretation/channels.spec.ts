import type { ProducerInfo, StagePeer } from '@lectern/contracts';
import { producer } from '../testing/factories';
import { channelsOf, colleaguesOf } from './channels';

const peer = (peerId: string, role: StagePeer['role']): StagePeer => ({
  peerId,
  participantId: peerId,
  displayName: peerId.toUpperCase(),
  role,
});
const voice = (peerId: string, language: string, paused = false): ProducerInfo =>
  producer({ producerId: peerId, peerId, kind: 'audio', source: 'interpretation', language, paused });

const stage = [peer('host', 'host'), peer('ana', 'interpreter'), peer('bo', 'interpreter')];

describe('channels', () => {
  it('are the languages of the event, as soon as an interpreter is there', () => {
    const channels = channelsOf(['en', 'fr', 'ar'], stage, [voice('ana', 'fr'), voice('bo', 'ar', true)], false);
    expect(channels).toEqual([
      { language: 'en', onAir: false },
      { language: 'fr', onAir: true },
      { language: 'ar', onAir: false },
    ]);
  });

  it.each([
    [['en', 'fr'], [peer('host', 'host')]],
    [['en'], stage],
  ])('are none in %j with %j', (languages, present) => {
    expect(channelsOf(languages, present, [], false)).toEqual([]);
  });

  it('stay for who has chosen one while its interpreters are away', () => {
    const channels = channelsOf(['en', 'fr'], [peer('host', 'host')], [], true);
    expect(channels.map(({ onAir }) => onAir)).toEqual([false, false]);
  });

  it('have interpreters who see each other', () => {
    const producers = [voice('ana', 'fr'), voice('bo', 'fr', true), voice('cy', 'ar')];
    expect(colleaguesOf('fr', stage, producers, 'ana')).toEqual([{ peerId: 'bo', name: 'BO', onAir: false }]);
    expect(colleaguesOf('fr', stage, producers, 'bo')).toEqual([{ peerId: 'ana', name: 'ANA', onAir: true }]);
  });
});
