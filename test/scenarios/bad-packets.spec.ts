import { Lectern } from '../support/lectern';
import { Person } from '../support/person';
import { type RawRequest, rawRequest } from '../support/raw';
import { RawSocket } from '../support/raw-socket';
import { firstHost, scheduled } from '../support/stage';
import { until } from '../support/until';
import { Witness } from '../support/witness';

jest.setTimeout(60_000);

const ask = '["question:ask",{"_placeholder":true,"num":0}]';

describe('bad packets', () => {
  let lectern: Lectern;
  let host: Person, attendee: Person;
  let outside: Witness, inside: Person;
  let webinarId: string;
  let link: string;

  const ticket = async (person = attendee) =>
    (await person.api('POST /api/webinars/:webinarId/tickets', { params: { webinarId } })).ticket;
  /** Somebody new each time: nobody may join often. */
  const attacker = async () => {
    const person = new Person(lectern.url, 'Adam Attacker');
    await person.accept(link);
    return RawSocket.joined(lectern.url, await ticket(person));
  };

  beforeAll(async () => {
    lectern = await Lectern.start();
    host = await firstHost(lectern);
    outside = await Witness.enter(lectern, host);
    const { webinarId: id, links } = await scheduled(host);
    webinarId = id;
    link = links.attendee!;
    attendee = new Person(lectern.url, 'Adam Attacker');
    await attendee.accept(link);
    inside = new Person(lectern.url, 'Ines Inside');
    await inside.accept(link);
    await inside.enter(webinarId);
  });

  afterEach(async () => {
    await outside.testify();
    expect(inside.socket!.connected).toBe(true);
  });

  afterAll(async () => {
    inside?.leave();
    outside?.person.leave();
    await lectern?.remove();
  });

  // Names and counts from CVE-2024-38355, CVE-2023-32695, CVE-2022-2421 and CVE-2022-21676, and their neighbours.
  it.each<[string, (string | Buffer)[]]>([
    ['an event named error', ['42["error","boom"]']],
    ['an event whose name is an object', ['42[{"toString":"x"}]', '421[{"toString":"x"},{}]']],
    ['an event whose name is a number', ['42[5,{}]']],
    ['an event without a name', ['42[]', '42[null]']],
    ['events with reserved names', ['42["disconnecting"]']],
    ['an event named connect_error', ['42["connect_error"]']],
    ['an event named newListener', ['42["newListener"]']],
    ['an event named __proto__', ['42["__proto__",{}]', '42["constructor",{}]', '42["hasOwnProperty"]']],
    ['no array', ['42{"a":1}']],
    ['broken JSON', ['42["question:ask",']],
    ['a placeholder without data', [`42${ask}`]],
    ['a placeholder with a stolen number', ['451-["x",{"_placeholder":true,"num":"splice"}]', Buffer.from('x')]],
    ['a placeholder with a number that does not exist', ['451-["x",{"_placeholder":true,"num":7}]', Buffer.from('x')]],
    ['fewer attachments than announced', [`452-${ask}`, Buffer.from('x')]],
    ['more attachments than one may announce', [`459999999999-${ask}`]],
    ['a broken count of attachments', [`451.5-${ask}`]],
    ['a negative count of attachments', [`45-1-${ask}`]],
    ['no count of attachments', [`45${ask}`]],
    ['an attachment that nobody announced', [Buffer.from('x')]],
    ['text where an attachment belongs', [`451-${ask}`, '42["session:join",{}]']],
    ['an attachment as payload', [`451-${ask}`, Buffer.alloc(5_000)]],
    ['an acknowledgement of nothing', ['4399[{"ok":true}]', '43["x"]']],
    ['an acknowledgement that is no array', ['431{"a":1}']],
    ['a huge acknowledgement id', [`42${'9'.repeat(40)}["session:join",{}]`]],
    ['a second connect', ['40{"ticket":"x"}', '40']],
    ['a connect to another namespace', ['40/admin,{"ticket":"x"}', '40/__proto__,']],
    ['an event in another namespace', ['42/admin,["x"]']],
    ['an endless namespace', [`40/${'n'.repeat(50_000)},`]],
    ['a connect_error from the client', ['44{"message":"x"}']],
    ['an unknown packet type', ['49', '4x']],
    ['an empty message', ['4']],
    ['a disconnect, and then an event', ['41', '42["session:join",{}]']],
    ['an unknown Engine.IO packet', ['9', 'z']],
    ['an open packet from the client', ['0{"sid":"x"}']],
    ['an upgrade out of place', ['5', '6']],
    ['pings and pongs of our own', ['2', '2probe', '3', '3', '3']],
    ['a close, and then an event', ['1', '42["session:join",{}]']],
    ['an empty packet', ['']],
    ['a nest as deep as the frame', [`42["question:ask",${'['.repeat(40_000)}${']'.repeat(40_000)}]`]],
  ])('survives %s', async (_, packets) => {
    const socket = await attacker();
    for (const packet of packets) socket.send(packet);
    await socket.settled();
    socket.close();
  });

  it('survives many at once, whose sender is refused and then waits, or is put out', async () => {
    const socket = await attacker();
    for (let n = 0; n < 600; n += 1) socket.send(`42${n + 100}["participant:list",{}]`);
    await socket.hears('43');
    const isRefused = () => socket.received.some((packet) => packet.includes('RATE_LIMITED'));
    await until(() => isRefused() || socket.closed);
    expect(isRefused()).toBe(true);
    expect(socket.received.filter((packet) => packet.startsWith('43')).length).toBeLessThan(600);
    socket.close();
  });

  it.each<[string, string | Buffer, object]>([
    ['a frame of the largest size but one byte', `42["x","${'x'.repeat(100_000)}"]`, {}],
    ['a frame that claims a terabyte', 'x', { length: 2 ** 40 }],
    ['a frame without a mask', '42["session:join",{}]', { masked: false }],
    ['an unknown opcode', 'x', { opcode: 5 }],
    ['reserved bits', '42["x"]', { reserved: 7 }],
    ['a long ping', 'x'.repeat(200), { opcode: 9 }],
    ['text that is no UTF-8', Buffer.from([0x34, 0x32, 0xff, 0xfe]), {}],
    ['a close with a bad code', Buffer.from([0, 1]), { opcode: 8 }],
    ['a continuation of nothing', 'x', { opcode: 0 }],
  ])('closes the connection at %s', async (_, content, frame) => {
    const socket = await attacker();
    socket.frame(content, frame);
    expect(await socket.settled()).toBe('closed');
  });

  it.each([
    ['nothing', undefined],
    ['a number', { ticket: 7 }],
    ['a list', { ticket: ['x'] }],
    ['an object', { ticket: { toString: 'x' } }],
    ['a long text', { ticket: 'x'.repeat(5_000) }],
    ['a forged signature', { ticket: 'eyJhIjoxfQ.AAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['no auth at all', 'null'],
    ['a list as auth', []],
  ])('admits nobody whose ticket is %s', async (_, auth) => {
    const socket = await RawSocket.open(lectern.url);
    socket.send(`40${auth === undefined ? '' : typeof auth === 'string' ? auth : JSON.stringify(auth)}`);
    const told = () => socket.received.find((packet) => packet.startsWith('44'));
    await socket.settled();
    expect(told() ?? '44').not.toMatch(/undefined|null|reading|JSON|not a function/);
    expect(socket.received.some((packet) => packet.startsWith('40'))).toBe(false);
    socket.close();
  });

  it('takes no invitation for a ticket, and no word on the role', async () => {
    const thief = new Person(lectern.url, 'Thief');
    await expect(thief.connect(link.split('/').at(-1)!)).rejects.toThrow('not valid any more');
    const words = { ticket: await ticket(), role: 'host', attendance: { role: 'host' } };
    const socket = await RawSocket.connected(lectern.url, words);
    socket.send('427["session:join",{"role":"host"}]');
    expect(await socket.hears('437')).toContain('"role":"attendee"');
    socket.send('428["webinar:end",{"role":"host"}]');
    expect(await socket.hears('438')).toContain('"code":"FORBIDDEN"');
    socket.close();
  });

  it.each<[string, RawRequest]>([
    ['an unknown session', { path: '/socket.io/?EIO=4&transport=polling&sid=nobody' }],
    ['an old protocol', { path: '/socket.io/?EIO=3&transport=polling' }],
    ['no protocol', { path: '/socket.io/' }],
    ['an unknown transport', { path: '/socket.io/?EIO=4&transport=constructor' }],
    ['a repeated transport', { path: '/socket.io/?EIO=4&transport=polling&transport=websocket' }],
    ['a WebSocket without an upgrade', { path: '/socket.io/?EIO=4&transport=websocket' }],
    ['a post without a session', { method: 'POST', path: '/socket.io/?EIO=4&transport=polling', body: '40' }],
    ['another method', { method: 'PUT', path: '/socket.io/?EIO=4&transport=polling', body: '40' }],
    [
      'a page of another site',
      { path: '/socket.io/?EIO=4&transport=polling', headers: { origin: 'https://evil.example' } },
    ],
  ])('refuses a poll with %s', async (_, request) => {
    const { status } = await rawRequest(lectern.url, request);
    expect([400, 403]).toContain(status);
  });

  it.each<[string, string, Record<string, string>]>([
    ['garbage', 'zzz', {}],
    ['separators', '\u001e\u001e\u001e', {}],
    ['a broken attachment', 'b!!!no base64', {}],
    ['an attachment first', 'bAAAA', {}],
    ['many packets', '4\u001e'.repeat(5_000), {}],
    ['too much', `42["x","${'x'.repeat(200_000)}"]`, {}],
    ['a false length', '40', { 'content-length': '1' }],
    ['bytes where text belongs', '40', { 'content-type': 'application/octet-stream' }],
  ])('survives a poll that posts %s', async (_, body, headers) => {
    const opened = await rawRequest(lectern.url, { path: '/socket.io/?EIO=4&transport=polling' });
    const { sid } = JSON.parse(opened.text.slice(1)) as { sid: string };
    const path = `/socket.io/?EIO=4&transport=polling&sid=${sid}`;
    const answer = await rawRequest(lectern.url, { method: 'POST', path, body, headers }).catch(() => ({
      status: 400,
    }));
    expect(answer.status).toBeLessThan(500);
  });

  it('lets both witnesses speak on', async () => {
    await outside.speak();
    expect((await inside.call('participant:list', {})).participants.length).toBeGreaterThan(0);
  });
});
