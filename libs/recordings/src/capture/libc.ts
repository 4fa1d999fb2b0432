import koffi from 'koffi';

/** What Node has no call for. Where these are missing, packets come as events. */
export interface Libc {
  /** recvmmsg(2): the number of datagrams; −1: failed, see {@link errno}. */
  receiveMany: (socket: number, messages: Uint8Array, count: number, flags: number, timeout: null) => number;
  /** poll(2): the number of descriptors with an event; 0: none came in time; −1: failed. */
  poll: (descriptors: Uint8Array, count: number, milliseconds: number) => number;
}

/** Null on other systems than 64-bit Linux. */
export function openLibc(): Libc | null {
  if (process.platform !== 'linux' || koffi.sizeof('void *') !== 8) return null;
  try {
    const library = koffi.load(null);
    const bind = <F>(definition: string) => library.func(definition) as unknown as F;
    return {
      receiveMany: bind('int recvmmsg(int socket, void *messages, unsigned int count, int flags, void *timeout)'),
      poll: bind('int poll(void *descriptors, unsigned long count, int milliseconds)'),
    };
  } catch {
    return null;
  }
}

export const errno = () => koffi.errno();
export const { EAGAIN, EINTR } = koffi.os.errno;

/** Of memory that does not move: a typed array with a buffer of its own, not one of a few bytes. */
export const addressOf = (memory: Uint8Array | BigUint64Array): bigint => koffi.address(memory);
