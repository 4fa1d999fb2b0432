import type { Namespace, Server, Socket } from 'socket.io';
import { Fanout } from './fanout';

type Adapter = Namespace['adapter'];
type Options = Parameters<Adapter['broadcast']>[1];
type AdapterClass = new (namespace: Namespace) => Adapter;

interface Packet {
  nsp?: string;
  data?: unknown[];
}

interface Insides {
  encoder: { encode(packet: Packet): (string | Buffer)[] };
}

/** What nobody may miss: after it, asking again would not help, or not be thought of. */
const KEPT = new Set<unknown>(['session:closed', 'media:reset']);

/**
 * Makes socket.io's own in-memory adapter broadcast through a {@link Fanout}. For a single server: adapters that reach
 * other servers bring a broadcast of their own.
 */
export function broadcastThrough(fanout: Fanout, server: Server): void {
  const Base = server.adapter() as unknown as AdapterClass;
  const construct = function (namespace: Namespace): Adapter {
    return equip(new Base(namespace), namespace, fanout);
  };
  server.adapter(construct);
}

function equip(adapter: Adapter, namespace: Namespace, fanout: Fanout): Adapter {
  const original = {
    broadcast: adapter.broadcast.bind(adapter),
    broadcastWithAck: adapter.broadcastWithAck.bind(adapter),
    disconnectSockets: adapter.disconnectSockets.bind(adapter),
  };
  return Object.assign(adapter, {
    broadcast(packet: Packet, options: Options): void {
      const sockets = socketsOf(adapter, namespace, options);
      // Rooms are often empty, of staff above all: nothing is encoded for nobody.
      if (sockets.length === 0) return;
      packet.nsp = namespace.name;
      const [text, ...attachments] = (adapter as unknown as Insides).encoder.encode(packet);
      if (typeof text === 'string' && attachments.length === 0 && !options.flags?.volatile) {
        fanout.send(text, sockets, !KEPT.has(packet.data?.[0]));
        // To everyone: said before the end, so that nothing may come after it.
        if (options.rooms.size === 0) fanout.flush();
        return;
      }
      fanout.flush();
      original.broadcast(packet, options);
    },
    broadcastWithAck(...args: Parameters<Adapter['broadcastWithAck']>): void {
      fanout.flush();
      original.broadcastWithAck(...args);
    },
    disconnectSockets(...args: Parameters<Adapter['disconnectSockets']>): void {
      fanout.flush();
      original.disconnectSockets(...args);
    },
  });
}

function socketsOf(adapter: Adapter, { sockets }: Namespace, { rooms, except }: Options): Socket[] {
  const left = idsIn(adapter, except ?? new Set());
  const found: Socket[] = [];
  for (const id of rooms.size === 0 ? adapter.sids.keys() : idsIn(adapter, rooms)) {
    const socket = left.size > 0 && left.has(id) ? undefined : sockets.get(id);
    if (socket) found.push(socket);
  }
  return found;
}

const NOBODY: ReadonlySet<string> = new Set();

function idsIn(adapter: Adapter, rooms: Set<string>): ReadonlySet<string> {
  const groups = [...rooms].map((room) => adapter.rooms.get(room)).filter((ids) => ids !== undefined);
  if (groups.length < 2) return groups[0] ?? NOBODY;
  return new Set(groups.flatMap((ids) => [...ids]));
}
