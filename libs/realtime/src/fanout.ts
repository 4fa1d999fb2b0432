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
  sockets: readonly Socket[];
  next: number;
  /** Where each one stands in `sockets`; made when somebody asks. */
  places?: Map<Socket, number>;
}

/**
 * Writes one message to many sockets. Each idle websocket gets the same buffer in one write, past the queues; the
 * others go the ordinary way. A large audience is served in turns of a few milliseconds, so that everything else goes
 * on in between; every socket still gets its messages in the order in which they were sent.
 */
export class Fanout {
  private readonly slow: SlowClients;
  private readonly jobs: Job[] = [];
  private scheduled = false;

  constructor(cap?: number) {
    this.slow = new SlowClients(cap);
  }

  /** @param packet as socket.io's parser has encoded it */
  send(packet: string, sockets: readonly Socket[], droppable: boolean): void {
    if (sockets.length === 1) gather(sockets[0]!);
    // "4" is engine.io's type of a message.
    const frame = [textFrame(`4${packet}`)];
    const options: EngineOptions = { preEncoded: true, compress: true, wsPreEncodedFrame: frame };
    const message = { packet, frame, options, droppable };
    if (this.jobs.length === 0) return this.defer(message, sockets, this.serve({ message, sockets, next: 0 }));
    if (sockets.length > STEP) return this.defer(message, sockets, 0);
    const waiting = sockets.filter((socket) => this.isOwed(socket));
    for (const socket of sockets) if (!waiting.includes(socket)) this.write(message, socket);
    this.defer(message, waiting, 0);
  }

  /** Whether an earlier message still waits for this socket: then the next one has to wait as well. */
  private isOwed(socket: Socket): boolean {
    return this.jobs.some((job) => {
      job.places ??= new Map(job.sockets.map((other, place) => [other, place]));
      return (job.places.get(socket) ?? -1) >= job.next;
    });
  }

  private defer(message: Message, sockets: readonly Socket[], next: number): void {
    if (next >= sockets.length) return;
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
      job.next = this.serve(job, until);
      if (job.next < job.sockets.length) return this.schedule();
      this.jobs.shift();
    }
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
    const sender = idleSender(socket);
    const free = sender?._socket?.writableLength === 0 && this.slow.size === 0;
    if (!free && message.droppable && this.slow.misses(socket)) return;
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
