import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { Daemon } from '../daemon';
import { freePort } from '../until';

const DEBIAN = '/usr/lib/postgresql';
/** "nobody": PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

/** A PostgreSQL of the test's own: a fresh cluster in a temporary folder, on the loopback, gone at the end. */
export class Postgres {
  private constructor(
    private readonly daemon: Daemon,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** @throws Error saying what to install when there is no PostgreSQL */
  static async start(): Promise<Postgres> {
    const programs = findPrograms();
    const root = process.getuid?.() === 0;
    const identity = root ? { uid: NOBODY, gid: NOBODY } : {};
    const folder = await mkdtemp(join(tmpdir(), 'lectern-postgres-'));
    if (root) await chown(folder, NOBODY, NOBODY);
    const data = join(folder, 'data');
    const choices = ['--username=lectern', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
    await promisify(execFile)(join(programs, 'initdb'), ['-D', data, ...choices], { cwd: folder, ...identity });
    const port = await freePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: folder,
      fsync: 'off',
      max_connections: 300,
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const ready = () => query(urlOf(port, 'postgres'), 'SELECT 1').then(...truth);
    const daemon = await Daemon.start(join(programs, 'postgres'), ['-D', data, ...args], ready, {
      cwd: folder,
      ...identity,
    });
    return new Postgres(daemon, folder, port);
  }

  /** Of its administrator's own database. */
  get url(): string {
    return urlOf(this.port, 'postgres');
  }

  async close(): Promise<void> {
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
    await this.daemon.end('SIGINT');
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** @returns the address of a new, empty database beside the one given */
export async function newDatabase(url: string): Promise<string> {
  const name = `lectern_${randomBytes(6).toString('hex')}`;
  await query(url, `CREATE DATABASE ${name}`);
  const address = new URL(url);
  address.pathname = name;
  return address.href;
}

const truth = [() => true, () => false] as const;
const urlOf = (port: number, database: string) => `postgres://lectern@127.0.0.1:${port}/${database}`;

async function query(url: string, statement: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The folder of the newest PostgreSQL: Debian keeps them off the PATH. */
function findPrograms(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = folders.map((folder) => join(folder, 'initdb')).find((file) => existsSync(file));
  if (!found)
    throw new Error(
      'PostgreSQL is not installed: run "node tools/setup.mjs --test", or install the package postgresql.',
    );
  return dirname(found);
}
