import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import type { Libc } from './libc';

/** So many datagrams at most come with one call. */
export const BATCH = 32;
/** The largest datagram there is (65,507 bytes over IPv4), and some more, so that the slots do not share lines of the cache. */
const SLOT_BYTES = 0xffff + 65;

/** The structures of recvmmsg(2) in 8-byte words, on every 64-bit Linux: `msghdr` and the length make 8, an `iovec` 2. */
const MESSAGE_WORDS = 8;
const VECTOR_WORDS = 2;
const VECTOR_POINTER_WORD = 2;
const VECTOR_COUNT_WORD = 3;
/** In 4-byte words. */
const LENGTH_WORD = 14;
const MSG_DONTWAIT = 0x40;

/** Takes the datagrams that wait in a socket, many with one call: each with a call of its own costs several times as much. */
export class Inbox {
  /** Slot after slot of `SLOT_BYTES`; only what datagrams have touched is ever in memory. */
  readonly memory = Buffer.allocUnsafeSlow(BATCH * SLOT_BYTES);
  readonly #messages = new BigUint64Array(BATCH * MESSAGE_WORDS);
  readonly #bytes = new Uint8Array(this.#messages.buffer);
  readonly #numbers = new Uint32Array(this.#messages.buffer);
  readonly #vectors = new BigUint64Array(BATCH * VECTOR_WORDS);

  constructor(private readonly libc: Libc) {
    const [memory, vectors] = [libc.addressOf(this.memory), libc.addressOf(this.#vectors)];
    for (let slot = 0; slot < BATCH; slot++) {
      this.#vectors[slot * VECTOR_WORDS] = memory + BigInt(slot * SLOT_BYTES);
      this.#vectors[slot * VECTOR_WORDS + 1] = BigInt(SLOT_BYTES);
      const message = slot * MESSAGE_WORDS;
      this.#messages[message + VECTOR_POINTER_WORD] = vectors + BigInt(slot * VECTOR_WORDS * 8);
      this.#messages[message + VECTOR_COUNT_WORD] = 1n;
    }
  }

  /** Fills the first slots; returns how many, at most `BATCH`. Throws when the socket has failed. */
  receive(descriptor: number): number {
    const count = this.libc.receiveMany(descriptor, this.#bytes, BATCH, MSG_DONTWAIT, null);
    if (count >= 0) return count;
    const error = this.libc.errno();
    if (error === this.libc.errors.EAGAIN) return 0;
    throw new Error(`reading from it gave error ${error}`);
  }

  /** Where in the memory a slot begins. */
  start(slot: number): number {
    return slot * SLOT_BYTES;
  }

  /** Of the datagram in a slot, in bytes. */
  length(slot: number): number {
    return this.#numbers[slot * MESSAGE_WORDS * 2 + LENGTH_WORD]!;
  }
}

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
