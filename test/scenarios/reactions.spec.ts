import type { EventInput, StageEmoji } from '@lectern/contracts';
import type { Lectern } from '../support/lectern';
import { type Person, refusal } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';

jest.setTimeout(60_000);

describe.each(roomTopologies)('emojis over the stage, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, ada: Person;
  let links: Awaited<ReturnType<typeof scheduled>>['links'];

  beforeAll(async () => {
    lectern = await topology.shared();
    host = await firstHost(lectern);
    const planned = await scheduled(host);
    links = planned.links;
    await host.enter(planned.webinarId);
    ada = await entered(lectern, links.attendee, 'Ada Attendee');
  });

  afterAll(async () => {
    for (const person of [host, ada]) person?.leave();
    await lectern?.remove();
  });

  const react = (who: Person, emoji: StageEmoji) => who.call('reaction:send', { emoji });
  const total = (who: Person, wanted: StageEmoji) =>
    who
      .told('reaction:counted')
      .flatMap(({ reactions }) => reactions)
      .filter(({ emoji }) => emoji === wanted)
      .reduce((sum, { count }) => sum + count, 0);

  it('are for those backstage before the doors open', async () => {
    expect(await refusal(react(ada, '👏'))).toBe('WRONG_STATE');
    await react(host, '🎉');
    await host.hears('reaction:counted');
    await host.call('webinar:start', {});
    await ada.hears('webinar:changed');
    expect(ada.told('reaction:counted')).toEqual([]);
  });

  it('are counted, all of them, and told together', async () => {
    const crowd = await Promise.all([...Array(40).keys()].map((n) => entered(lectern, links.attendee, `Fan ${n}`)));
    await Promise.all(crowd.flatMap((fan) => [react(fan, '👏'), react(fan, '👏'), react(fan, '❤️')]));
    await ada.hears('reaction:counted', () => total(ada, '👏') === 80 && total(ada, '❤️') === 40);
    expect(ada.told('reaction:counted').length).toBeLessThan(40);
    for (const fan of crowd) fan.leave();
  });

  it('are limited for each person, and no others than those offered', async () => {
    const codes = await Promise.all([...Array(40).keys()].map(() => refusal(react(ada, '👍'))));
    expect(codes.filter((code) => code === 'RATE_LIMITED').length).toBeGreaterThan(20);
    const bad = { emoji: '🍌' } as unknown as EventInput<'reaction:send'>;
    expect(await refusal(host.call('reaction:send', bad))).toBe('VALIDATION_FAILED');
  });
});
