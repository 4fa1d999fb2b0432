import { HAND_OVER_SECONDS } from '@lectern/contracts';
import { Clock } from '@lectern/kernel';
import { InterpretationService } from './interpretation.service';

class SetClock extends Clock {
  time = 1_000_000;
  override now(): number {
    return this.time;
  }
}

describe('an offer to hand over', () => {
  const own = { peerId: 'ines', participantId: 'ines', source: 'interpretation', language: 'fr', paused: false };
  const person = (id: string) => ({
    id,
    emit: () => undefined,
    attendance: { webinarId: 'w', participantId: id, displayName: id, role: 'interpreter' },
  });
  const room = {
    producers: [own],
    stage: ['ines', 'igor'].map((id) => ({ peerId: id, participantId: id, role: 'interpreter' })),
    connection: (id: string) => person(id),
    sent: () => [{ connection: person('ines'), info: own }],
  };
  const clock = new SetClock();
  const paused: string[] = [];
  const pause = (_: unknown, sent: { info: typeof own }[]) => {
    paused.push(...sent.map(({ info }) => info.peerId));
    return Promise.resolve(sent.length);
  };
  const service = new InterpretationService({ get: () => room } as never, { pause } as never, clock);
  const offer = () => service.handOver(person('ines') as never);
  const speaks = (id: string, language: string) => service.takeOver(person(id) as never, language);
  beforeEach(() => {
    paused.length = 0;
  });

  it('stands until somebody else is on air in its language', async () => {
    expect(offer()).toEqual({ asked: 1 });
    await speaks('igor', 'en');
    await speaks('ines', 'fr');
    expect(paused).toEqual([]);
    clock.time += HAND_OVER_SECONDS * 1_000;
    await speaks('igor', 'fr');
    expect(paused).toEqual(['ines']);
    await speaks('igor', 'fr');
    expect(paused).toEqual(['ines']);
  });

  it('stands for half a minute', async () => {
    offer();
    clock.time += HAND_OVER_SECONDS * 1_000 + 1;
    await speaks('igor', 'fr');
    expect(paused).toEqual([]);
  });
});
