import { readFileSync, readdirSync, readlinkSync, readSync } from 'node:fs';

/** Somebody may send faster than can be read; the rest is for the next time. */
const MOST_AT_ONCE = 2000;

/**
 * The descriptor of this process's UDP socket that is bound to a port of 127.0.0.1, as Linux tells it (proc(5)); null on
 * other systems.
 */
export function descriptorOf(port: number): number | null {
  try {
    const address = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
    const sockets = readFileSync('/proc/self/net/udp', 'latin1').split('\n');
    const inode = sockets.map((line) => line.trim().split(/\s+/)).find((fields) => fields[1] === address)?.[9];
    const found = readdirSync('/proc/self/fd').find((descriptor) => isSocket(descriptor, inode));
    return found ? Number(found) : null;
  } catch {
    return null;
  }
}

function isSocket(descriptor: string, inode: string | undefined): boolean {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`) === `socket:[${inode}]`;
  } catch {
    // The one with which the folder was read is closed by now.
    return false;
  }
}

/** Where a datagram is to be put; there is room behind it. */
interface Place {
  memory: Buffer;
  at: number;
}

/**
 * Takes the datagrams that wait in a socket which does not block, at a part of what an event for each of them would cost.
 * Each is put where `place` says, then `take` is told its length. Throws when the socket has failed.
 */
export function takeDatagrams(descriptor: number, place: () => Place, take: (length: number) => void): void {
  const { stackTraceLimit } = Error;
  // Each time it ends with an error that says that there are no more. Nobody asks where that came from.
  Error.stackTraceLimit = 0;
  try {
    for (let count = 0; count < MOST_AT_ONCE; count++) {
      const { memory, at } = place();
      take(readSync(descriptor, memory, at, memory.length - at, null));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
