import type { z } from 'zod';
import { captionClientEvents, captionServerEvents } from './captions';
import { chatClientEvents, chatServerEvents } from './chat';
import { interpretationClientEvents, interpretationServerEvents } from './interpretation';
import { pollClientEvents, pollServerEvents } from './polls';
import { mediaClientEvents, mediaServerEvents } from './media';
import { presentationClientEvents, presentationServerEvents } from './presentation';
import { qaClientEvents, qaServerEvents } from './qa';
import { reactionClientEvents, reactionServerEvents } from './reactions';
import type { Ack } from './rpc';
import { sessionClientEvents, sessionServerEvents } from './session';

/** Everything a client may send; each is acknowledged. */
export const clientEvents = {
  ...sessionClientEvents,
  ...mediaClientEvents,
  ...presentationClientEvents,
  ...qaClientEvents,
  ...chatClientEvents,
  ...pollClientEvents,
  ...reactionClientEvents,
  ...captionClientEvents,
  ...interpretationClientEvents,
} as const;

/** Everything the server tells by itself. */
export const serverEvents = {
  ...sessionServerEvents,
  ...mediaServerEvents,
  ...presentationServerEvents,
  ...qaServerEvents,
  ...chatServerEvents,
  ...pollServerEvents,
  ...reactionServerEvents,
  ...captionServerEvents,
  ...interpretationServerEvents,
} as const;

export type ClientEventName = keyof typeof clientEvents;
export type ServerEventName = keyof typeof serverEvents;

/** As the client sends it. */
export type EventInput<E extends ClientEventName> = z.input<(typeof clientEvents)[E]['input']>;
/** As the handler gets it: parsed. */
export type EventPayload<E extends ClientEventName> = z.output<(typeof clientEvents)[E]['input']>;
export type EventOutput<E extends ClientEventName> = z.output<(typeof clientEvents)[E]['output']>;
export type ServerPayload<E extends ServerEventName> = z.output<(typeof serverEvents)[E]>;

/** For `socket.io`'s and `socket.io-client`'s type parameters: a wrong payload does not compile on either side. */
export type ClientToServerEvents = {
  [E in ClientEventName]: (input: EventInput<E>, ack: (answer: Ack<EventOutput<E>>) => void) => void;
};
export type ServerToClientEvents = { [E in ServerEventName]: (payload: ServerPayload<E>) => void };
