import {
  type Ack,
  clientEvents,
  type ClientEventName,
  type EndpointDefinition,
  type EndpointKey,
  endpoints,
  type Problem,
} from '@lectern/contracts';
import { gzipSync } from 'node:zlib';
import { faultsOf, junkObjects, junkValues, junkWholes } from '../support/junk';
import type { Lectern } from '../support/lectern';
import type { Person } from '../support/person';
import { type RawAnswer, rawBytes, rawRequest } from '../support/raw';
import { entered, firstHost, scheduled } from '../support/stage';
import { topologies } from '../support/topology';
import { Witness } from '../support/witness';

jest.setTimeout(60_000);

const someId = '0198c0de-0000-7000-8000-000000000001';
const keys = Object.keys(endpoints) as EndpointKey[];
const definitionOf = (key: EndpointKey): EndpointDefinition => endpoints[key];

const badParams = ['x', '%00', '..%2f..%2fetc%2fpasswd', `'%20OR%201=1--`, '%E0%A4%A', '%ff', '__proto__'].concat(
  'a'.repeat(5_000),
);
const badQueries = ['%00_%00', 'a_b', '_', '2030-01-01T00:00:00.000Z_x', '1e9', '-1', '', '%ff', 'x'.repeat(5_000)];

/** A problem document with a code; @returns it */
function refused({ status, type, text }: RawAnswer, about: unknown): Problem {
  expect({ about, status, type }).toEqual({
    about,
    status: expect.any(Number) as number,
    type: 'application/problem+json; charset=utf-8',
  });
  const problem = JSON.parse(text) as Problem;
  expect({ about, problem }).toMatchObject({ problem: { code: expect.any(String) as string, status } });
  if (status < 400 || status >= 500) throw new Error(`${JSON.stringify(about)} gave ${text}`);
  return problem;
}

/** As a server reads it: what is no UTF-8 becomes U+FFFD. */
const decoded = (text: string) => text.replaceAll('%00', '\\u0000').replaceAll('%ff', '\ufffd');

/** Runs many at once, but not all: the server answers each of them. */
async function inTurns<T>(items: T[], run: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += 25) await Promise.all(items.slice(start, start + 25).map(run));
}

/** Answers to HEAD have no body that could say what is wrong. */
const isHead = (key: EndpointKey): boolean => key.startsWith('HEAD ');

describe.each(topologies)('bad input, on $name', (topology) => {
  let lectern: Lectern;
  let host: Person;
  /** Several, so that no socket is held back for the number of its events. */
  let attendees: Person[];
  let witness: Witness;
  let webinarId: string;

  const headers = () => ({ ...host.headers, 'content-type': 'application/json' });
  const send = (key: EndpointKey, parts: { params?: Record<string, string>; query?: string; body?: unknown }) => {
    const [method = '', template = ''] = key.split(' ');
    const params: Record<string, string> = {
      webinarId,
      token: 'no.such',
      name: 'video.mp4',
      number: '1',
      ...parts.params,
    };
    const path = template.replace(/:(\w+)/g, (_, name: string) => params[name] ?? someId);
    const body = parts.body === undefined ? undefined : JSON.stringify(parts.body);
    return rawRequest(lectern.url, {
      method,
      path: parts.query ? `${path}?${parts.query}` : path,
      headers: headers(),
      body,
    });
  };

  beforeAll(async () => {
    lectern = await topology.start();
    host = await firstHost(lectern);
    witness = await Witness.enter(lectern, host);
    const { webinarId: id, links } = await scheduled(host);
    webinarId = id;
    // So many that none sends more of what cannot be read than is answered at once.
    const names = Array.from({ length: 16 }, (_, n) => `Attendee ${n}`);
    attendees = await Promise.all(names.map((name) => entered(lectern, links.attendee, name)));
  });

  afterEach(() => witness.testify());
  afterAll(async () => {
    for (const person of [...(attendees ?? []), witness?.person]) person?.leave();
    await lectern?.remove();
  });

  it.each(keys.filter((key) => definitionOf(key).params && !isHead(key)))(
    '%s refuses addresses that name nothing',
    async (key) => {
      const names = [...key.matchAll(/:(\w+)/g)].map(([, name]) => name!);
      const tries = names.flatMap((name) => badParams.map((value) => ({ [name]: value })));
      await inTurns(tries, async (params) => void refused(await send(key, { params }), params));
    },
  );

  it.each(keys.filter((key) => definitionOf(key).query))('%s refuses queries that do not fit', async (key) => {
    const { query } = definitionOf(key);
    const fields = Object.keys((query as unknown as { shape: object }).shape);
    const tries = fields.flatMap((field) => [
      ...badQueries.map((value) => [field, value]),
      [`${field}[$ne]`, '1'],
      [`${field}=a&${field}`, 'b'],
    ]);
    await inTurns(tries, async ([field, value]) => {
      const about = `${field}=${value}`.slice(0, 60);
      const answer = await send(key, { query: `${field}=${value}` });
      const [name = '', first] = field!.split('=');
      const given = { [name]: first === undefined ? value : [first, value] };
      const faults = faultsOf(query!, JSON.parse(decoded(JSON.stringify(given))));
      if (!faults) return expect({ about, status: answer.status }).toEqual({ about, status: 200 });
      expect({ about, fields: refused(answer, about).fields?.map(({ path }) => path) }).toEqual({
        about,
        fields: faults,
      });
    });
  });

  it.each(keys.filter((key) => definitionOf(key).body))('%s names the fields of a body at fault', async (key) => {
    const { body } = definitionOf(key);
    await inTurns([...junkWholes, ...junkObjects(body)], async (junk) => {
      const answer = await send(key, { body: junk });
      const about = JSON.stringify(junk)?.slice(0, 80);
      if (junk !== undefined && (junk === null || typeof junk !== 'object')) return void refused(answer, about);
      const faults = faultsOf(body!, JSON.parse(JSON.stringify(junk ?? {})) as unknown);
      if (!faults) return expect(answer.status).toBeLessThan(500);
      expect(refused(answer, about)).toMatchObject({
        code: 'VALIDATION_FAILED',
        fields: faults.map((path) => ({ path })),
      });
    });
  });

  it.each(keys.filter((key) => definitionOf(key).access === 'session' && !isHead(key)))(
    '%s wants a session and its own pages',
    async (key) => {
      const [method = '', path = ''] = key.split(' ');
      const address = path.replace(/:\w+/g, someId);
      const client = { 'x-lectern-client': 'test' };
      const code = async (sent: Record<string, string>) =>
        refused(await rawRequest(lectern.url, { method, path: address, headers: sent }), sent).code;
      expect(await code(client)).toBe('UNAUTHENTICATED');
      expect(await code({ ...client, cookie: 'lectern=forged; lectern=%00; __proto__=1' })).toBe('UNAUTHENTICATED');
      if (method === 'GET') return;
      expect(await code({ cookie: host.headers.cookie })).toBe('FORBIDDEN');
      expect(await code({ ...host.headers, origin: 'https://evil.example' })).toBe('FORBIDDEN');
    },
  );

  it.each(keys.filter(isHead))('%s is refused by its status, having no body', async (key) => {
    const path = key.split(' ')[1]!;
    const status = async (id: string, sent: Record<string, string>) =>
      (await rawRequest(lectern.url, { method: 'HEAD', path: path.replace(/:\w+/g, id), headers: sent })).status;
    expect(await status('not-an-id', headers())).toBe(400);
    expect(await status(someId, headers())).toBe(412);
    expect(await status(someId, {})).toBe(401);
  });

  it.each([
    ['broken JSON', '{"title": ', {}, 'VALIDATION_FAILED'],
    ['invalid UTF-8', Buffer.from('7b227469746c65223a22fffe22', 'hex'), {}, 'VALIDATION_FAILED'],
    ['another encoding', 'x', { 'content-type': 'application/json; charset=utf-16le' }, 'VALIDATION_FAILED'],
    ['an unknown encoding', 'x', { 'content-type': 'application/json; charset=klingon' }, 'VALIDATION_FAILED'],
    ['a form', 'title=x', { 'content-type': 'application/x-www-form-urlencoded' }, 'VALIDATION_FAILED'],
    [
      'a broken upload',
      '--x\r\nContent-Disp',
      { 'content-type': 'multipart/form-data; boundary=x' },
      'VALIDATION_FAILED',
    ],
    ['too much', `{"title":"${'x'.repeat(300_000)}"}`, {}, 'LIMIT_EXCEEDED'],
    [
      'too much when unpacked',
      gzipSync(Buffer.alloc(20_000_000, ' ')),
      { 'content-encoding': 'gzip' },
      'LIMIT_EXCEEDED',
    ],
    ['a broken archive', 'not gzip', { 'content-encoding': 'gzip' }, 'VALIDATION_FAILED'],
    ['an unknown compression', 'x', { 'content-encoding': 'rot13' }, 'VALIDATION_FAILED'],
    ['a deep nest, unclosed', '['.repeat(150_000), {}, 'VALIDATION_FAILED'],
    ['a deep nest', `{"title":${'['.repeat(90_000)}${']'.repeat(90_000)}}`, {}, 'VALIDATION_FAILED'],
  ])('refuses a body that is %s', async (about, body, extra, code) => {
    const request = { method: 'POST', path: '/api/webinars', headers: { ...headers(), ...extra }, body };
    expect(refused(await rawRequest(lectern.url, request), about).code).toBe(code);
  });

  it.each([
    ['garbage', 'GARBAGE\r\n\r\n'],
    ['a TLS greeting', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'],
    ['an endless header', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(40_000)}\r\n\r\n`],
    ['a broken escape', 'GET /%zz HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n\r\n'],
    ['an unknown method', 'FOO /api/webinars HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a trace', 'TRACE /api/webinars HTTP/1.1\r\nHost: x\r\n\r\n'],
    [
      'two lengths',
      'POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a broken chunk', 'POST /api/sessions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    [
      'a body cut off',
      'POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"em',
    ],
    ['a NUL in a cookie', 'GET /api/me HTTP/1.1\r\nHost: x\r\nCookie: lectern=\u0000\r\n\r\n'],
  ])('refuses %s', async (_, bytes) => {
    const answer = await rawBytes(lectern.port, Buffer.from(bytes, 'latin1'));
    expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
  });

  it.each([
    '/api/nothing',
    '/api/../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%00',
    '/assets/%E0%A4%A',
    '/api/reference/assets/%2e%2e/package.json',
    '/health/nothing',
    '/api/webinars/',
  ])('serves nothing at %s', async (path) => {
    const { status, text } = await rawRequest(lectern.url, { path, headers: { accept: 'application/json' } });
    expect({ path, status, leaked: /root:|"dependencies"/.test(text) }).toEqual({
      path,
      status: expect.any(Number) as number,
      leaked: false,
    });
    expect(status).toBeLessThan(500);
  });

  it('lets the witness speak on', () => witness.speak());

  it.each(Object.keys(clientEvents) as ClientEventName[])('the event %s names the field at fault', async (event) => {
    const { input, limit } = clientEvents[event];
    const attendee = attendees[Object.keys(clientEvents).indexOf(event) % attendees.length]!;
    const fitting = [...junkWholes, ...junkObjects(input), ...junkValues].filter((junk) =>
      faultsOf(input, junk ?? null),
    );
    // As many as the event's limit lets through, from all over the list.
    const most = Math.min(10, limit.count - 2);
    const tries = fitting.filter((_, index) => index % Math.ceil(fitting.length / most) === 0);
    for (const junk of tries) {
      const answer = (await attendee.socket!.timeout(5_000).emitWithAck(event, junk)) as Ack<unknown>;
      const faults = faultsOf(input, JSON.parse(JSON.stringify(junk ?? null)))!;
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION_FAILED', fields: faults.map((path) => ({ path })) },
      });
    }
  });
});
