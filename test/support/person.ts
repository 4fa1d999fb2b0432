import {
  type Ack,
  type ClientEventName,
  type EventInput,
  type EventOutput,
  type EndpointKey,
  type RestRequest,
  type RestResponse,
  type ServerEventName,
  type ServerPayload,
  type SessionSnapshot,
  standardConsentVersion,
  type WireError,
} from '@lectern/contracts';
import { io, type Socket } from 'socket.io-client';
import { until } from './lectern';

/** A refusal, as the wire carried it. */
export class Refusal extends Error {
  constructor(readonly error: Pick<WireError, 'code' | 'message' | 'fields'>) {
    super(`${error.code}: ${error.message}`);
  }
}

/** Somebody with a browser's cookies and, once in a room, a socket. */
export class Person {
  socket?: Socket;
  /** Everything that the server has told, in order. */
  readonly heard: { event: string; payload: unknown }[] = [];
  private since?: number;

  constructor(
    readonly url: string,
    readonly name: string,
    private cookie = '',
  ) {}

  /** What a browser with this session sends with each request. */
  get headers(): { cookie: string; 'x-lectern-client': string } {
    return { cookie: this.cookie, 'x-lectern-client': 'test' };
  }

  /** One HTTP request of the contract. @throws Refusal */
  async api<K extends EndpointKey>(key: K, request: RestRequest<K>): Promise<RestResponse<K>> {
    const response = await this.fetch(key, request as { params?: object; query?: object; body?: unknown });
    const text = await response.text();
    const body: unknown = text ? JSON.parse(text) : undefined;
    if (!response.ok) {
      const { code, detail, fields } = body as {
        code: WireError['code'];
        detail: string;
        fields?: WireError['fields'];
      };
      throw new Refusal({ code, message: detail, fields });
    }
    return body as RestResponse<K>;
  }

  async fetch(
    key: string,
    { params = {}, query = {}, body }: { params?: object; query?: object; body?: unknown },
  ): Promise<Response> {
    const [method, template = ''] = key.split(' ');
    const path = template.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent((params as Record<string, string>)[name]!),
    );
    const search = new URLSearchParams(query as Record<string, string>).toString();
    const response = await fetch(`${this.url}${path}${search && `?${search}`}`, {
      method,
      headers: {
        ...this.headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0]!;
    return response;
  }

  /** Follows an invitation link, and agrees to be recorded. */
  async accept(link: string): Promise<string> {
    const webinarId = await this.follow(link);
    await this.agree(webinarId, standardConsentVersion);
    return webinarId;
  }

  /** Follows an invitation link. */
  async follow(link: string): Promise<string> {
    return (await this.take(link)).webinarId;
  }

  /** The same, with all that the server answers. */
  take(link: string): Promise<RestResponse<'POST /api/invitations/:token/accept'>> {
    const token = link.split('/').at(-1)!;
    return this.api('POST /api/invitations/:token/accept', { params: { token }, body: { displayName: this.name } });
  }

  /** Agrees to be recorded. */
  async agree(webinarId: string, version: string): Promise<void> {
    await this.api('POST /api/webinars/:webinarId/recording-consent', { params: { webinarId }, body: { version } });
  }

  /** Connects and joins; again after a lost line, with what was heard last. */
  async enter(webinarId: string): Promise<SessionSnapshot> {
    const { ticket } = await this.api('POST /api/webinars/:webinarId/tickets', { params: { webinarId } });
    await this.connect(ticket, webinarId);
    const snapshot = await this.call('session:join', { since: this.since });
    this.since = snapshot.seq;
    return snapshot;
  }

  /** @throws Error with the server's words when the ticket is refused */
  async connect(ticket: string, room = ''): Promise<void> {
    const socket = io(this.url, {
      auth: { ticket },
      query: { room },
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    this.socket = socket;
    socket.onAny((event: string, payload: unknown) => this.heard.push({ event, payload }));
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
  }

  /** One acknowledged event of the contract. @throws Refusal */
  async call<E extends ClientEventName>(event: E, input: EventInput<E>): Promise<EventOutput<E>> {
    const answer = (await this.socket!.timeout(10_000).emitWithAck(event, input)) as Ack<EventOutput<E>>;
    if (!answer.ok) throw new Refusal(answer.error);
    return answer.data;
  }

  /** What was told under this event so far. */
  told<E extends ServerEventName>(event: E): ServerPayload<E>[] {
    return this.heard.filter((fact) => fact.event === event).map(({ payload }) => payload as ServerPayload<E>);
  }

  /** Waits until something was told that fits. */
  async hears<E extends ServerEventName>(
    event: E,
    fits: (payload: ServerPayload<E>) => boolean = () => true,
  ): Promise<ServerPayload<E>> {
    await until(
      () => this.told(event).some(fits),
      10_000,
      () => `${this.name} hears ${event}; heard ${JSON.stringify(this.heard).slice(-2_000)}`,
    );
    return this.told(event).find(fits)!;
  }

  leave(): void {
    this.socket?.disconnect();
  }
}

/** The code with which a call is refused, or `done`. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.error.code;
    throw error;
  }
}
