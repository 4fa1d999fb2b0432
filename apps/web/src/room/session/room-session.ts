import type {
  EventInput,
  EventOutput,
  ServerEventName,
  ServerPayload,
  SessionSnapshot,
  SocketTicket,
} from '@lectern/contracts';
import { applyEvent, appliers } from './apply-event';
import { applySnapshot } from './apply-snapshot';
import { CallError } from './call-error';
import { newClientId } from '../../api/client-id';
import { type Call, RoomConnection } from './connection';
import { EventHold } from './event-hold';
import { mergeMessages } from './merge-messages';
import { mergeQuestions } from './merge-questions';
import { Outbox, type OutboxEntry } from './outbox';
import { loadOutbox, saveOutbox } from './outbox-storage';
import { initialRoomState, type LinkStatus, type RoomState } from './room-state';
import { Store } from './store';

/** What the media side must hear, beyond the state. */
export interface SessionListener {
  /** What this device can decode, once that is known: the join then opens the way for sound and picture. */
  capabilities(): EventInput<'session:join'>['rtpCapabilities'];
  /** The answer to a join, before it becomes the state; that, and the page with it, waits a moment for what this promises. */
  entering(snapshot: SessionSnapshot): Promise<unknown> | undefined;
  /** Entered, or came back: `samePeer` says whether the server may still have our transports. */
  joined(snapshot: SessionSnapshot, samePeer: boolean): void;
  mediaReset(): void;
  consumerClosed(consumerId: string): void;
  producerClosed(producerId: string): void;
  /** A moderator has turned our microphone off. */
  silenced(): void;
  /** The highest layer of one of ours that anybody watches; null: nobody does. */
  producerLayers(producerId: string, spatialLayer: number | null): void;
}

/**
 * Events of two server nodes can cross on their way. Asking for a few more than needed costs nothing, because every
 * merge goes by id and sequence number.
 */
const RESUME_OVERLAP = 32;
const REJOIN_MS = 2000;
/** Drawing the room keeps the browser from negotiating, for which it is waited so long at most. */
const NEGOTIATION_MS = 400;

const finished: ReadonlySet<LinkStatus> = new Set(['refused', 'removed', 'dismissed', 'ended']);

/** The person's presence in one room: connection, state, outbox. It knows nothing of media and of React. */
export class RoomSession {
  readonly store = new Store<RoomState>(initialRoomState);
  readonly outbox: Outbox;
  readonly call: Call;
  private readonly connection: RoomConnection;
  private readonly listeners = new Set<SessionListener>();
  private readonly hold = new EventHold();
  private wantsIn = false;
  private rejoin: ReturnType<typeof setTimeout> | undefined;
  private readonly online = (): void => this.connection.hurry();

  /** @param ticket for the first handshake, where one came with entering */
  constructor(
    readonly webinarId: string,
    ticket?: SocketTicket,
  ) {
    const events = {
      up: () => this.onUp(),
      down: () => this.onDown(),
      refused: (error: CallError) => this.finish('refused', error),
    };
    this.connection = new RoomConnection(webinarId, events, ticket);
    this.call = this.connection.call;
    const restored = loadOutbox(webinarId);
    this.store.set({ outbox: restored });
    this.outbox = new Outbox(
      {
        send: (entry) => this.deliver(entry),
        changed: (outbox) => this.keepOutbox(outbox),
        newId: newClientId,
        now: Date.now,
      },
      restored,
    );
    this.subscribe();
  }

  /** Opens the socket ahead of time, so that entering is one round trip. */
  connect(): void {
    window.addEventListener('online', this.online);
    this.connection.open();
  }

  /** The person's click: join now, or as soon as the socket stands. */
  enter(): void {
    if (this.wantsIn) return;
    this.wantsIn = true;
    this.store.set({ consentAsked: false });
    if (this.connection.socket.connected) void this.join();
  }

  listen(listener: SessionListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Asks for the room's state again, say after the media were lost while the room had none. */
  refresh(): void {
    if (this.wantsIn && this.connection.socket.connected) void this.join();
  }

  close(): void {
    window.removeEventListener('online', this.online);
    clearTimeout(this.rejoin);
    this.outbox.close();
    this.listeners.clear();
    this.connection.close();
  }

  private subscribe(): void {
    const { socket } = this.connection;
    for (const event of Object.keys(appliers) as ServerEventName[]) {
      socket.on(event, (payload: ServerPayload<typeof event>) => this.onEvent(event, payload));
    }
  }

  private onEvent<E extends ServerEventName>(event: E, payload: ServerPayload<E>): void {
    if (this.hold.keep(() => this.onEvent(event, payload))) return;
    const role = this.store.get().me?.role;
    this.store.update((state) => applyEvent(state, event, payload));
    this.tell(event, payload);
    // Another role sees other questions, also older ones: the whole picture is asked for.
    if (event === 'participant:changed' && this.store.get().me?.role !== role) void this.join(true);
    if (event === 'session:resync') this.refresh();
    if (finished.has(this.store.get().link.status)) this.leaveSocket();
  }

  private tell<E extends ServerEventName>(event: E, payload: ServerPayload<E>): void {
    for (const listener of this.listeners) {
      if (event === 'media:reset') listener.mediaReset();
      if (event === 'consumer:closed') {
        listener.consumerClosed((payload as ServerPayload<'consumer:closed'>).consumerId);
      }
      if (event === 'track:stopped' && (payload as ServerPayload<'track:stopped'>).source === 'microphone') {
        listener.silenced();
      }
      if (event === 'producer:layers') {
        const { producerId, spatialLayer } = payload as ServerPayload<'producer:layers'>;
        listener.producerLayers(producerId, spatialLayer);
      }
      if (event === 'producer:closed') {
        listener.producerClosed((payload as ServerPayload<'producer:closed'>).producerId);
      }
    }
  }

  private onUp(): void {
    if (this.wantsIn) void this.join();
    else this.setLink('waiting');
  }

  private onDown(): void {
    this.hold.release();
    clearTimeout(this.rejoin);
    if (finished.has(this.store.get().link.status)) return;
    this.setLink(this.store.get().peerId ? 'reconnecting' : 'connecting');
  }

  private async join(whole = false): Promise<void> {
    clearTimeout(this.rejoin);
    const { seq, peerId } = this.store.get();
    // What comes before the answer may be newer than it: put in after it, it cannot be older than what is known then.
    this.hold.begin();
    try {
      const snapshot = await this.call('session:join', {
        ...(peerId && !whole ? { since: Math.max(0, seq - RESUME_OVERLAP) } : {}),
        rtpCapabilities: this.capabilities(peerId),
      });
      await this.onJoined(snapshot, peerId);
    } catch (error) {
      this.onJoinFailed(CallError.of(error));
    } finally {
      this.hold.release();
    }
  }

  private capabilities(peerId: string | null): ReturnType<SessionListener['capabilities']> {
    // Asked again over the same connection, the join leaves the media as they are.
    if (peerId === this.connection.socket.id) return undefined;
    for (const listener of this.listeners) return listener.capabilities();
    return undefined;
  }

  private async onJoined(snapshot: SessionSnapshot, peerBefore: string | null): Promise<void> {
    if (!(await this.negotiated(snapshot))) return;
    this.connection.ticket.keep(snapshot.ticket);
    this.store.update((state) => applySnapshot(state, snapshot, Date.now()));
    if (snapshot.webinar.status === 'ended') return this.leaveSocket();
    for (const listener of this.listeners) listener.joined(snapshot, snapshot.peerId === peerBefore);
    this.outbox.flush();
  }

  /** @returns whether the connection that joined still stands */
  private async negotiated(snapshot: SessionSnapshot): Promise<boolean> {
    for (const listener of this.listeners) {
      const negotiation = listener.entering(snapshot);
      if (!negotiation) continue;
      await Promise.race([negotiation, new Promise((wake) => setTimeout(wake, NEGOTIATION_MS))]);
    }
    return this.connection.socket.id === snapshot.peerId;
  }

  private onJoinFailed(error: CallError): void {
    // The next connection joins again by itself.
    if (error.code === 'OFFLINE') return;
    if (error.code === 'CONSENT_REQUIRED') return this.askConsent();
    if (error.code === 'WRONG_STATE') return this.finish('ended', null);
    if (!error.retryable) return this.finish('refused', error);
    this.rejoin = setTimeout(() => void this.join(), (error.retryAfter ?? 0) * 1000 || REJOIN_MS);
  }

  /** Back to the door, on the same line; the next `enter` joins. */
  private askConsent(): void {
    this.wantsIn = false;
    this.setLink('waiting');
    this.store.set({ consentAsked: true });
  }

  private async deliver(entry: OutboxEntry): Promise<void> {
    const { clientId, text, anonymous } = entry;
    if (this.store.get().link.status !== 'joined') throw CallError.offline();
    if (entry.kind === 'question') this.took(await this.call('question:ask', { clientId, text, anonymous }));
    else this.said(await this.call('message:send', { clientId, text, ...entry.to }));
  }

  /** An acknowledged question is shown at once; the sequence number moves by broadcasts alone. */
  took(question: EventOutput<'question:ask'>): void {
    this.store.update((state) => ({ questions: mergeQuestions(state.questions, [question]) }));
  }

  said(message: EventOutput<'message:send'>): void {
    this.store.update((state) => ({ chat: mergeMessages(state.chat, [message], state.me?.id) }));
  }

  private keepOutbox(outbox: readonly OutboxEntry[]): void {
    this.store.set({ outbox });
    saveOutbox(this.webinarId, outbox);
  }

  private setLink(status: LinkStatus): void {
    this.store.update(({ link }) => {
      const downSince = status === 'reconnecting' ? (link.downSince ?? Date.now()) : null;
      return link.status === status ? {} : { link: { status, downSince, error: null } };
    });
  }

  private finish(status: LinkStatus, error: CallError | null): void {
    this.store.set({ link: { status, downSince: null, error } });
    this.leaveSocket();
  }

  private leaveSocket(): void {
    this.wantsIn = false;
    clearTimeout(this.rejoin);
    this.connection.close();
  }
}
