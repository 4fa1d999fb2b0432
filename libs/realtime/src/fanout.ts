import type { Socket } from 'socket.io';
import { type EngineOptions, enqueue, gather, idleSender } from './outlet';
import { SlowClients } from './slow-clients';
import { textFrame } from './text-frame';

/** Time for one turn of the event loop, in ms; looked at after every `STEP` sockets. */
const TURN = 10;
const STEP = 64;

/** One event for many, encoded and framed once. */
interface Message {
  packet: string;
  frame: Buffer[];
  options: EngineOptions;
  /** Whoever is too slow may miss it: what it says can be asked for. */
  droppable: boolean;
}

interface Job {
  message: Message;
  sockets: Socket[];
  next: number;
}

/**
 * Writes one message to many sockets. Each idle websocket gets the same buffer in one write, past the queues; the
 * others go the ordinary way. A large audience is served in turns of a few milliseconds, so that everything else goes
 * on in between; every socket still gets its messages in the order in which they were sent.
 */
export class Fanout {
  private readonly slow: SlowClients;
  private readonly jobs: Job[] = [];
  /** For how many waiting messages each socket is still owed; only they must wait when another message comes. */
  private readonly owed = new Map<Socket, number>();
  private scheduled = false;

  constructor(cap?: number) {
    this.slow = new SlowClients(cap);
  }

  /** @param packet as socket.io's parser has encoded it */
  send(packet: string, sockets: Socket[], droppable: boolean): void {
    if (sockets.length === 1) gather(sockets[0]!);
    // "4" is engine.io's type of a message.
    const frame = [textFrame(`4${packet}`)];
    const options: EngineOptions = { preEncoded: true, compress: true, wsPreEncodedFrame: frame };
    const message = { packet, frame, options, droppable };
    if (this.jobs.length === 0) return this.defer(message, sockets, this.serve({ message, sockets, next: 0 }));
    if (sockets.length > STEP) return this.defer(message, sockets, 0);
    const waiting = sockets.filter((socket) => this.owed.has(socket));
    for (const socket of sockets) if (!this.owed.has(socket)) this.write(message, socket);
    this.defer(message, waiting, 0);
  }

  private defer(message: Message, sockets: Socket[], next: number): void {
    if (next >= sockets.length) return;
    for (let index = next; index < sockets.length; index += 1) {
      const socket = sockets[index]!;
      this.owed.set(socket, (this.owed.get(socket) ?? 0) + 1);
    }
    this.jobs.push({ message, sockets, next });
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.turn(performance.now() + TURN);
    });
  }

  /** Sends at once all that still waits: before a connection is closed, it gets what it was promised. */
  flush(): void {
    this.turn(Number.POSITIVE_INFINITY);
  }

  private turn(until: number): void {
    while (this.jobs.length > 0) {
      const job = this.jobs[0]!;
      const from = job.next;
      job.next = this.serve(job, until);
      for (let index = from; index < job.next; index += 1) this.settle(job.sockets[index]!);
      if (job.next < job.sockets.length) return this.schedule();
      this.jobs.shift();
    }
  }

  private settle(socket: Socket): void {
    const owed = this.owed.get(socket) ?? 0;
    if (owed > 1) this.owed.set(socket, owed - 1);
    else this.owed.delete(socket);
  }

  /** @returns the place of the first socket for which there was no time */
  private serve({ message, sockets, next }: Job, until = performance.now() + TURN): number {
    for (let index = next; index < sockets.length; index += 1) {
      if (index > next && index % STEP === 0 && performance.now() > until) return index;
      this.write(message, sockets[index]!);
    }
    return sockets.length;
  }

  private write(message: Message, socket: Socket): void {
    if (message.droppable && this.slow.misses(socket)) return;
    const sender = idleSender(socket);
    if (sender) sender.sendFrame(message.frame);
    else enqueue(socket, message.packet, message.options);
  }

  /** How many clients miss events now because they are too slow. */
  get behind(): number {
    return this.slow.size;
  }

  close(): void {
    this.flush();
    this.slow.close();
  }
}
