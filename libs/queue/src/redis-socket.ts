import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A unix socket's path may be 107 bytes long on Linux.
const LONGEST_SOCKET_PATH = 100;
const SHUTDOWN_LIMIT = 3_000;

/** Where the embedded Redis of a data folder listens: in it, or, where that path is too long, in the system's folder. */
export function embeddedSocket(folder: string): string {
  const inFolder = join(folder, 'redis.sock');
  if (Buffer.byteLength(inFolder) <= LONGEST_SOCKET_PATH) return inFolder;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `lectern-redis-${name}.sock`);
}

/** A connection whose end tells that the server has ended. It does not keep our process alive. */
export async function hold(path: string): Promise<Socket> {
  const socket = createConnection(path);
  await once(socket, 'connect');
  // An error is followed by `close`, which is what its owner listens for.
  socket.on('error', () => undefined);
  return socket.resume().unref();
}

/** Has the server write everything down and end; resolves when it has, or after 3 s. */
export async function shutDown(socket: Socket): Promise<void> {
  const ended = new Promise((resolve) => socket.once('close', resolve));
  socket.ref().write('SHUTDOWN\r\n');
  const timer = setTimeout(() => socket.destroy(), SHUTDOWN_LIMIT);
  await ended;
  clearTimeout(timer);
}

/** @returns false when nothing listens there within 5 s or as soon as `alive` says no */
export async function waitForSocket(path: string, alive: () => boolean): Promise<boolean> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await connects(path)) return true;
    if (!alive()) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}

export function connects(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
