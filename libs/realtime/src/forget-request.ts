import type { IncomingMessage } from 'node:http';
import type { Socket } from 'socket.io';

type Forgotten = Partial<IncomingMessage> & { res?: unknown; _query?: unknown };

/** What every connection has for a handshake once it is in: one object for all. */
const NOTHING = Object.freeze({});
const HANDSHAKE = Object.freeze({ headers: NOTHING, query: NOTHING, auth: NOTHING, url: '' });

/**
 * Lets go of the HTTP request by which somebody came: nobody asks for it once they are in, and with its headers and its
 * ticket it is a fifth of what a connection keeps. engine.io's transport may hold on to the request, so it is emptied too.
 */
export function forgetRequest(socket: Socket): void {
  const connection = socket.conn as unknown as { request?: Forgotten };
  const { request } = connection;
  connection.request = undefined;
  (socket as unknown as { handshake: unknown }).handshake = HANDSHAKE;
  if (request) Object.assign(request, { headers: NOTHING, rawHeaders: [], url: '', _query: undefined });
}
