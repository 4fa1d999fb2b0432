import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from './config';

describe('loadConfig', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'lectern-config-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  it('needs nothing: everything from one data folder', () => {
    const config = loadConfig({}, root);
    expect(config.database).toEqual({ kind: 'sqlite', file: join(root, 'data/lectern.sqlite') });
    expect(config.redis).toEqual({ kind: 'embedded', folder: join(root, 'data/redis') });
    expect(config.publicUrl).toBe('http://localhost:3000');
  });

  it('keeps its key, readable by the owner alone', () => {
    const first = loadConfig({}, root).secret;
    expect(loadConfig({}, root).secret).toEqual(first);
    expect(statSync(join(root, 'data/secret.key')).mode & 0o077).toBe(0);
  });

  it.each([
    [{ LECTERN_PORT: 'eighty' }, /LECTERN_PORT/],
    [{ LECTERN_PROT: '80' }, /LECTERN_PROT is not a setting/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL.*postgres/],
    [{ LECTERN_SECRET: 'short' }, /LECTERN_SECRET/],
    [{ LECTERN_TURN_URLS: 'turn:x' }, /LECTERN_TURN_SECRET/],
    [
      { LECTERN_CLUSTER_URL: 'http://a:1', DATABASE_URL: 'postgres://x' },
      /LECTERN_CLUSTER_URL is set without REDIS_URL, LECTERN_SECRET/,
    ],
  ])('refuses %j in words', (env, message) => {
    expect(() => loadConfig(env, root)).toThrow(message);
  });

  it('is one of several servers when it is told so, on what they share', () => {
    const shared = { DATABASE_URL: 'postgres://x', REDIS_URL: 'redis://y', LECTERN_SECRET: 'x'.repeat(32) };
    expect(loadConfig({ ...shared, LECTERN_CLUSTER_URL: 'http://a:1/' }, root).clusterUrl).toBe('http://a:1');
    expect(loadConfig(shared, root).clusterUrl).toBeUndefined();
  });

  it('takes an empty variable as unset', () => {
    expect(loadConfig({ REDIS_URL: '', LECTERN_PORT: '' }, root).redis.kind).toBe('embedded');
  });
});
