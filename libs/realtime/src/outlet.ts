import type { Socket } from 'socket.io';

/** The part of `ws` that engine.io itself sends ready-made frames through. */
interface FrameSender {
  sendFrame(frame: Buffer[]): void;
  /** The same connection as the websocket's. */
  _socket?: Line;
}

/** The TCP connection: of node's `Writable` what is needed here. */
interface Line {
  writable: boolean;
  /** Bytes that the system has not taken yet. */
  writableLength: number;
  cork(): void;
  uncork(): void;
}

interface Transport {
  name: string;
  writable: boolean;
  perMessageDeflate: unknown;
  socket?: { readyState: number; bufferedAmount: number; _sender?: FrameSender; _socket?: Line };
}

interface Engine {
  readyState: string;
  writeBuffer: { data?: string | Buffer }[];
  transport: Transport;
}

/** What the ordinary way into engine.io's queue takes. */
export interface EngineOptions {
  preEncoded: true;
  compress: boolean;
  volatile?: boolean;
  wsPreEncodedFrame: Buffer[];
}

interface Client {
  conn: Engine;
  writeToEngine(packets: string[], options: EngineOptions): void;
}

const OPEN = 1;
/** Of so many waiting packets the bytes are not counted any more. */
const MOST_PACKETS = 1_000;

const clientOf = (socket: Socket): Client => socket.client as unknown as Client;

/**
 * Where a ready-made frame can go past engine.io's queue without overtaking anything: an open websocket without
 * compression, for which nothing waits. Undefined for all others, and should the libraries' insides ever change.
 */
export function idleSender(socket: Socket): FrameSender | undefined {
  const { readyState, writeBuffer, transport } = clientOf(socket).conn;
  if (readyState !== 'open' || writeBuffer.length > 0 || !transport.writable || transport.name !== 'websocket') return;
  const websocket = transport.socket;
  if (websocket?.readyState !== OPEN || transport.perMessageDeflate || !websocket._socket?.writable) return;
  return typeof websocket._sender?.sendFrame === 'function' ? websocket._sender : undefined;
}

/**
 * Gathers what is written to this client until the tick ends: who is told alone has mostly asked for something, whose
 * acknowledgement follows at once, and a second write would cost as much as all the rest of the answer.
 */
export function gather(socket: Socket): void {
  const line = clientOf(socket).conn.transport.socket?._socket;
  if (typeof line?.cork !== 'function') return;
  line.cork();
  process.nextTick(() => line.uncork());
}

/** The ordinary way: engine.io keeps it until the transport can take it. */
export function enqueue(socket: Socket, packet: string, options: EngineOptions): void {
  clientOf(socket).writeToEngine([packet], options);
}

/** Bytes that the server holds for this client because it does not take them. */
export function backlogOf(socket: Socket): number {
  const { writeBuffer, transport } = clientOf(socket).conn;
  const written = transport.socket?.bufferedAmount ?? 0;
  if (writeBuffer.length === 0) return written;
  if (writeBuffer.length > MOST_PACKETS) return Number.POSITIVE_INFINITY;
  return writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), written);
}
