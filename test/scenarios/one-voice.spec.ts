import type { RtpParameters } from '@lectern/contracts';
import type { Lectern } from '../support/lectern';
import { Person } from '../support/person';
import { entered, firstHost, scheduled } from '../support/stage';
import { roomTopologies } from '../support/topology';

jest.setTimeout(120_000);

let ssrcs = 3_000;
const opus = (): RtpParameters => ({
  mid: String(++ssrcs),
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: ssrcs }],
});

describe.each(roomTopologies)('somebody with a laptop and a phone in the room, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person, laptop: Person, phone: Person, ada: Person;
  let onLaptop: string, onPhone: string;

  beforeAll(async () => {
    lectern = await topology.shared();
    host = await firstHost(lectern);
    const { webinarId, links } = await scheduled(host);
    await host.enter(webinarId);
    laptop = await entered(lectern, links.presenter, 'Pia');
    phone = new Person(lectern.url, 'Pia', laptop.headers.cookie);
    await phone.enter(webinarId);
    ada = await entered(lectern, links.attendee, 'Ada');
    await host.call('webinar:start', {});
  });

  afterAll(() => {
    for (const person of [host, laptop, phone, ada]) person?.leave();
  });
  afterAll(() => lectern?.remove());

  async function speak(person: Person): Promise<string> {
    const { id: transportId } = await person.call('transport:create', { direction: 'send' });
    const track = { transportId, kind: 'audio', source: 'microphone', rtpParameters: opus() } as const;
    return (await person.call('producer:create', track)).producerId;
  }
  const stops = (person: Person) => person.told('track:stopped');
  const paused = (id: string) => ada.hears('producer:changed', (info) => info.producerId === id && info.paused);

  it('is heard once: the microphone that was turned on last is the one', async () => {
    onLaptop = await speak(laptop);
    onPhone = await speak(phone);
    await laptop.hears('track:stopped', ({ source, why }) => source === 'microphone' && why === 'elsewhere');
    await paused(onLaptop);
    expect(stops(phone)).toEqual([]);
  });

  it('may go back to the first', async () => {
    await laptop.call('producer:resume', { producerId: onLaptop });
    await phone.hears('track:stopped', ({ why }) => why === 'elsewhere');
    await paused(onPhone);
    expect(stops(laptop)).toHaveLength(1);
  });

  it('stops nobody else, and nothing that is opened without being turned on', async () => {
    await speak(host);
    const { id: transportId } = await phone.call('transport:create', { direction: 'send' });
    const track = { transportId, kind: 'audio', source: 'microphone', rtpParameters: opus(), paused: true } as const;
    await phone.call('producer:create', track);
    expect([stops(host), stops(laptop)].map(({ length }) => length)).toEqual([0, 1]);
  });
});
