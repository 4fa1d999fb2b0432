import type koffi from 'koffi';
import { createRequire } from 'node:module';

/** What Node has no call for. Where these are missing, packets come as events. */
export interface Libc {
  /** recvmmsg(2): the number of datagrams; −1: failed, see `errno`. */
  receiveMany: (socket: number, messages: Uint8Array, count: number, flags: number, timeout: null) => number;
  /** poll(2): the number of descriptors with an event; 0: none came in time; −1: failed. */
  poll: (descriptors: Uint8Array, count: number, milliseconds: number) => number;
  /** Of the call before. */
  errno: () => number;
  errors: Record<'EAGAIN' | 'EINTR', number>;
  /** Of memory that does not move: a typed array with a buffer of its own, not one of a few bytes. */
  addressOf: (memory: Uint8Array | BigUint64Array) => bigint;
}

/** Null on other systems than 64-bit Linux, and where koffi does not run: nobody may lose a recording for want of it. */
export function openLibc(): Libc | null {
  if (process.platform !== 'linux') return null;
  try {
    return bind(createRequire(__filename)('koffi') as typeof koffi);
  } catch (error) {
    console.error(`The capture process takes packets one by one, which costs more: ${(error as Error).message}`);
    return null;
  }
}

function bind({ load, address, errno, os, sizeof }: typeof koffi): Libc | null {
  if (sizeof('void *') !== 8) return null;
  const library = load(null);
  const call = <F>(definition: string) => library.func(definition) as unknown as F;
  return {
    receiveMany: call('int recvmmsg(int socket, void *messages, unsigned int count, int flags, void *timeout)'),
    poll: call('int poll(void *descriptors, unsigned long count, int milliseconds)'),
    errno: () => errno(),
    errors: { EAGAIN: os.errno.EAGAIN!, EINTR: os.errno.EINTR! },
    addressOf: (memory) => address(memory),
  };
}
