import type { ClientEventName, EventOutput, EventPayload } from '@lectern/contracts';
import type { Connection } from './connection';

const HANDLES = Symbol('handles');

type Handler<E extends ClientEventName> = (connection: Connection, payload: EventPayload<E>) => Promise<EventOutput<E>>;

type HandlerTable = Map<ClientEventName, Handler<ClientEventName>>;

/** Marks a method as the handler of one client event; its types must fit the contract, or it does not compile. */
export function Handles<E extends ClientEventName>(event: E) {
  return <H extends Handler<E>>(target: object, _name: string, descriptor: TypedPropertyDescriptor<H>): void => {
    const known = Reflect.getOwnMetadata(HANDLES, target) as Map<string, unknown> | undefined;
    const handlers = known ?? new Map<string, unknown>();
    handlers.set(event, descriptor.value);
    Reflect.defineMetadata(HANDLES, handlers, target);
  };
}

/** The handlers of one gateway instance. */
export function handlersOf(gateway: object): HandlerTable {
  const prototype = Object.getPrototypeOf(gateway) as object;
  const found = Reflect.getOwnMetadata(HANDLES, prototype) as HandlerTable | undefined;
  const bound: HandlerTable = new Map();
  for (const [event, handler] of found ?? []) {
    bound.set(event, (connection, payload) => handler.call(gateway, connection, payload));
  }
  return bound;
}
