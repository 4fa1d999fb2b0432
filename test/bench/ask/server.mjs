/**
 * Questions through the real socket server, dispatcher, gateway and service. `ours`: the real store. `insert`: each ask
 * is one TypeORM insert that commits by itself. `none`: nothing is stored.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cpuSince, serve } from '../support/process.mjs';

const [kind, people] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../../..');
const require = createRequire(join(root, 'package.json'));
require('reflect-metadata');
const lib = (name) => require(join(root, `dist/libs/${name}/src/index.js`));
const file = (path) => require(join(root, `dist/libs/${path}.js`));
const { openDatabase, UnitOfWork } = lib('database');
const { Broadcaster, Dispatcher, Handles, rooms, SnapshotParts, SocketServer } = lib('realtime');
const { Clock, newId } = lib('kernel');
const { Metrics } = lib('observability');
const { clientEvents, defaultQaSettings } = lib('contracts');
const { ParticipantRepository, WebinarRepository } = lib('webinars');
const { QuestionRow } = file('qa/src/question.entities');
const { ParticipantRow, WebinarRow } = file('webinars/src/webinar.entities');
const part = (name) => file(`qa/src/question.${name}`);
const { entities } = require(join(root, 'dist/apps/server/src/entities.js'));

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-ask-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const clock = new Clock();
const webinarId = newId();
const attendees = Array.from({ length: Number(people) }, (_, n) => ({ participantId: newId(), displayName: `P ${n}` }));

async function filled(source) {
  const createdAt = clock.instant();
  const webinar = { id: webinarId, ownerId: newId(), title: 'Bench', description: '', languages: ['en'], agenda: [] };
  const times = { startsAt: createdAt, timeZone: 'UTC', durationMinutes: 60, startedAt: createdAt, endedAt: null };
  await source.query('PRAGMA foreign_keys = OFF');
  await source.manager.insert(WebinarRow, { ...webinar, ...times, status: 'live', seq: 0, createdAt });
  const common = {
    webinarId,
    invitationId: null,
    role: 'attendee',
    muted: false,
    removedAt: null,
    joinedAt: createdAt,
    stage: 'none',
    handRaisedAt: null,
    appointed: false,
    admitted: false,
  };
  const rows = attendees.map(({ participantId: id, displayName }) => ({
    ...common,
    id,
    displayName,
    accountId: newId(),
  }));
  for (let start = 0; start < rows.length; start += 200)
    await source.manager.insert(ParticipantRow, rows.slice(start, start + 200));
}

/** Repositories that answer at once, and a unit of work that commits nothing. */
function withoutStore(insert = () => undefined) {
  let seq = 0;
  const names = new Map(attendees.map((row) => [row.participantId, row]));
  return {
    questions: {
      beforeAsking: async () => ({ known: null, open: 0 }),
      answersOf: async () => new Map(),
      insert: async (_, row) => insert(row),
    },
    settings: { of: async () => defaultQaSettings },
    webinars: { advance: async () => ({ status: 'live', seq: ++seq }) },
    participants: { byId: async (id) => names.get(id) },
    unitOfWork: {
      async runRepeatable(work) {
        const effects = [];
        const value = await work({ manager: undefined, afterCommit: (effect) => effects.push(effect) });
        for (const effect of effects) effect();
        return value;
      },
    },
  };
}

let empty = () => undefined;

async function store() {
  if (kind === 'none') return withoutStore();
  const source = await openDatabase({ kind: 'sqlite', file: join(folder, 'bench.db') }, entities);
  await filled(source);
  // Nobody has hundreds of open questions, so each round begins without any.
  empty = () => source.query('DELETE FROM question');
  if (kind === 'insert') return withoutStore((row) => source.manager.insert(QuestionRow, row));
  const { QuestionRepository } = part('repository');
  return {
    questions: new QuestionRepository(source),
    webinars: new WebinarRepository(source),
    participants: new ParticipantRepository(source),
    settings: new (file('qa/src/qa-settings.repository').QaSettingsRepository)(source),
    unitOfWork: new UnitOfWork(source, console.error),
  };
}

function gatewayOfTheRest() {
  class Rest {}
  for (const event of Object.keys(clientEvents).filter((name) => !/^(question|qa):/.test(name))) {
    const value = async (connection) => {
      await connection.enter(rooms.webinar(webinarId), rooms.participant(connection.attendance.participantId));
      connection.joined = true;
    };
    Handles(event)(Rest.prototype, event, { value });
  }
  return new Rest();
}

const { questions, webinars, participants, settings: stored, unitOfWork } = await store();
// As much as a host may let one person have open; in a round nobody comes near.
const settings = { of: async (...about) => ({ ...(await stored.of(...about)), mostOpen: 100 }) };
const broadcaster = new Broadcaster();
const reader = new (part('reader').QuestionReader)(questions, null, participants, settings, new SnapshotParts());
const teller = new (part('teller').QuestionTeller)(broadcaster);
const writer = new (part('writer').QuestionWriter)(questions, webinars, settings, reader, teller, unitOfWork);
const service = new (part('service').QuestionService)(questions, null, writer, teller, clock);
const gateway = new (part('gateway').QuestionGateway)(service);
const logger = { debug() {}, error: console.error };
const metrics = new Metrics();
// The limits for each person would end the measurement after a few questions.
const dispatcher = new Dispatcher([gateway, gatewayOfTheRest()], logger, metrics, { take() {} });
const admit = async (ticket) => ({
  attendance: { webinarId, userId: 'u', role: 'attendee', muted: false, ...attendees[Number(ticket)] },
  sessionId: null,
});
const http = createServer();
new SocketServer(
  http,
  dispatcher,
  broadcaster,
  { publicUrl: 'http://localhost', admit, onLeave() {} },
  logger,
  metrics,
);

let before;
serve({
  listen: () => new Promise((done) => http.listen(0, '127.0.0.1', 1_024, () => done(http.address().port))),
  async begin() {
    await empty();
    before = process.cpuUsage();
  },
  cpu: () => cpuSince(before),
});
