import type { ServerEventName, ServerPayload } from '@lectern/contracts';
import type { Server } from 'socket.io';

/** What one server has to say to people on another. */
export type RelayedFact =
  { room: string; event: ServerEventName; payload: unknown; except: string[] } | { room: string; disconnect: true };

/** Tells facts to groups of connections, on whichever server they are. Call it only after the commit. */
export class Broadcaster {
  private server?: Server;
  private relay?: (fact: RelayedFact) => void;

  attach(server: Server): void {
    this.server = server;
  }

  /** @param relay takes what concerns nobody here: a room's people are all on one server */
  relayThrough(relay: (fact: RelayedFact) => void): void {
    this.relay = relay;
  }

  /** @param except a group that is left out */
  to<E extends ServerEventName>(room: string, event: E, payload: ServerPayload<E>, except: string[] = []): void {
    this.tell({ room, event, payload, except });
  }

  /** Closes all connections of a group. */
  disconnect(room: string): void {
    this.tell({ room, disconnect: true });
  }

  /** Tells those who are here. */
  deliver(fact: RelayedFact): void {
    if (!this.server) return;
    if ('disconnect' in fact) this.server.in(fact.room).disconnectSockets(true);
    else this.server.to(fact.room).except(fact.except).emit(fact.event, fact.payload);
  }

  private tell(fact: RelayedFact): void {
    if (this.relay && !this.server?.sockets.adapter.rooms.has(fact.room)) this.relay(fact);
    else this.deliver(fact);
  }
}
