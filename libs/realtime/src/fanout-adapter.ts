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

/** From so many on, the list of who is in a room is kept. */
const CROWD = 16;

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
  const audiences = new Audiences(adapter, namespace.sockets);
  return Object.assign(adapter, {
    broadcast(packet: Packet, options: Options): void {
      const sockets = audiences.of(options);
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

/** Who is in a room, as a list that is made once and kept until somebody comes or goes. */
class Audiences {
  private readonly lists = new Map<string, readonly Socket[]>();

  constructor(
    private readonly adapter: Adapter,
    private readonly sockets: ReadonlyMap<string, Socket>,
  ) {
    const forget = (room: string): boolean => this.lists.delete(room);
    adapter.on('join-room', forget).on('leave-room', forget);
  }

  of({ rooms, except }: Options): readonly Socket[] {
    const left = idsIn(this.adapter, except ?? NOBODY);
    const all = rooms.size === 1 ? this.inRoom([...rooms][0]!) : this.named(this.idsOf(rooms));
    return left.size > 0 ? all.filter(({ id }) => !left.has(id)) : all;
  }

  private inRoom(room: string): readonly Socket[] {
    const known = this.lists.get(room);
    if (known) return known;
    const ids = this.adapter.rooms.get(room) ?? NOBODY;
    const found = this.named(ids);
    // Everyone is in a room alone, too: only of a crowd a list saves anything.
    if (found.length >= CROWD && found.length === ids.size) this.lists.set(room, found);
    return found;
  }

  private idsOf(rooms: ReadonlySet<string>): Iterable<string> {
    return rooms.size === 0 ? this.adapter.sids.keys() : idsIn(this.adapter, rooms);
  }

  private named(ids: Iterable<string>): Socket[] {
    return Array.from(ids, (id) => this.sockets.get(id)).filter((socket) => socket !== undefined);
  }
}

const NOBODY: ReadonlySet<string> = new Set();

function idsIn(adapter: Adapter, rooms: ReadonlySet<string>): ReadonlySet<string> {
  const groups = [...rooms].map((room) => adapter.rooms.get(room)).filter((ids) => ids !== undefined);
  if (groups.length < 2) return groups[0] ?? NOBODY;
  return new Set(groups.flatMap((ids) => [...ids]));
}
