import type { EventOutput, EventPayload, ProducerInfo } from '@lectern/contracts';
import { DomainError, forbidden, notFound, wrongState } from '@lectern/kernel';
import { type Connection, Handles } from '@lectern/realtime';
import type { Peer } from '@lectern/sfu';
import { WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { isOnStage, mayProduce, mayReceive, voices } from './live.policy';
import { InterpretationService } from './interpretation.service';
import type { LiveRoom } from './live-room';
import { LiveRooms } from './live-rooms';
import { MediaOfferService } from './media-offer.service';
import { TrackService } from './track.service';

/** Client events on transports, producers and consumers → the media room, after the question who may. */
@Injectable()
export class MediaGateway {
  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly offers: MediaOfferService,
    private readonly webinars: WebinarRepository,
    private readonly tracks: TrackService,
    private readonly interpretation: InterpretationService,
  ) {}

  @Handles('transport:create')
  async createTransport(
    connection: Connection,
    input: EventPayload<'transport:create'>,
  ): Promise<EventOutput<'transport:create'>> {
    const { room, peer } = this.enter(connection);
    if (input.direction === 'send' && !isOnStage(connection.attendance)) throw forbidden('The audience receives only.');
    if (input.direction === 'receive') this.checkDoors(room, connection);
    const address =
      input.direction === 'send'
        ? await peer.createTransport('send')
        : await peer.createTransport('receive', input.rtpCapabilities);
    return this.offers.withServers(connection, address);
  }

  @Handles('transport:connect')
  async connectTransport(
    connection: Connection,
    input: EventPayload<'transport:connect'>,
  ): Promise<EventOutput<'transport:connect'>> {
    await this.enter(connection).peer.connectTransport(input);
    return {};
  }

  @Handles('transport:restart-ice')
  restartIce(
    connection: Connection,
    input: EventPayload<'transport:restart-ice'>,
  ): Promise<EventOutput<'transport:restart-ice'>> {
    return this.enter(connection).peer.restartIce(input);
  }

  @Handles('producer:create')
  async produce(
    connection: Connection,
    input: EventPayload<'producer:create'>,
  ): Promise<EventOutput<'producer:create'>> {
    const { role, participantId } = connection.attendance;
    const refused = forbidden(`As ${role} you cannot send this.`);
    if (!mayProduce(connection.attendance, input.source)) throw refused;
    const { room, peer } = this.enter(connection);
    await this.checkLanguage(connection, input);
    const silent = () => room.keepsSilent(connection.attendance, input.source);
    const paused = input.paused || silent();
    const produced = await peer.produce({ ...input, paused });
    // The right may have been taken while the track was being opened.
    room.withdrawTracks(participantId);
    if (!mayProduce(connection.attendance, input.source)) throw refused;
    if (!paused && silent()) await peer.pauseProducer(produced);
    if (!input.paused && silent()) connection.emit('track:stopped', { source: 'microphone' });
    if (!paused && !silent()) await this.speaks(connection, input);
    return produced;
  }

  @Handles('producer:pause')
  async pauseProducer(
    connection: Connection,
    input: EventPayload<'producer:pause'>,
  ): Promise<EventOutput<'producer:pause'>> {
    await this.enter(connection).peer.pauseProducer(input);
    return {};
  }

  @Handles('producer:resume')
  async resumeProducer(
    connection: Connection,
    input: EventPayload<'producer:resume'>,
  ): Promise<EventOutput<'producer:resume'>> {
    const { room, peer } = this.enter(connection);
    const info = room.producers.find(({ producerId }) => producerId === input.producerId);
    if (!info || info.peerId !== connection.id) throw notFound('This track');
    const silent = () => room.keepsSilent(connection.attendance, info.source);
    if (silent()) throw forbidden('A moderator keeps your microphone off: raise your hand, or ask in the chat.');
    await peer.resumeProducer(input);
    if (silent()) await peer.pauseProducer(input);
    else await this.speaks(connection, info);
    return {};
  }

  @Handles('producer:close')
  async closeProducer(
    connection: Connection,
    input: EventPayload<'producer:close'>,
  ): Promise<EventOutput<'producer:close'>> {
    this.enter(connection).peer.closeProducer(input);
    return {};
  }

  @Handles('consumer:create')
  async consume(
    connection: Connection,
    input: EventPayload<'consumer:create'>,
  ): Promise<EventOutput<'consumer:create'>> {
    const { room, peer } = this.enter(connection);
    this.checkDoors(room, connection);
    return peer.consume(input);
  }

  @Handles('consumer:resume')
  async resumeConsumer(
    connection: Connection,
    input: EventPayload<'consumer:resume'>,
  ): Promise<EventOutput<'consumer:resume'>> {
    await this.enter(connection).peer.resumeConsumer(input);
    return {};
  }

  @Handles('consumer:pause')
  async pauseConsumer(
    connection: Connection,
    input: EventPayload<'consumer:pause'>,
  ): Promise<EventOutput<'consumer:pause'>> {
    await this.enter(connection).peer.pauseConsumer(input);
    return {};
  }

  @Handles('consumer:layers')
  async setLayers(
    connection: Connection,
    input: EventPayload<'consumer:layers'>,
  ): Promise<EventOutput<'consumer:layers'>> {
    await this.enter(connection).peer.setConsumerLayers(input);
    return {};
  }

  @Handles('consumer:close')
  async closeConsumer(
    connection: Connection,
    input: EventPayload<'consumer:close'>,
  ): Promise<EventOutput<'consumer:close'>> {
    this.enter(connection).peer.closeConsumer(input);
    return {};
  }

  private enter(connection: Connection): { room: LiveRoom; peer: Peer } {
    const room = this.liveRooms.get(connection.attendance.webinarId);
    if (!room) throw notFound('This room');
    return { room, peer: room.peerOf(connection) };
  }

  /** Of what somebody has just turned on: who is to be silent from now on? */
  private async speaks(connection: Connection, { source, language }: Pick<ProducerInfo, 'source' | 'language'>) {
    if (voices.includes(source)) await this.tracks.speakFrom(connection);
    if (source === 'interpretation' && language) await this.interpretation.takeOver(connection, language);
  }

  /** Interpretation has a language, which is one of the event's: the audience chooses among these. */
  private async checkLanguage(
    { attendance: { webinarId } }: Connection,
    { source, language }: EventPayload<'producer:create'>,
  ): Promise<void> {
    if (source !== 'interpretation') return;
    const { languages } = await this.webinars.get(webinarId);
    if (language === undefined || !languages.includes(language))
      throw new DomainError('VALIDATION_FAILED', `Say into which language you interpret: ${languages.join(', ')}.`);
  }

  private checkDoors(room: LiveRoom, { attendance }: Connection): void {
    if (!mayReceive(attendance.role, room.status)) throw wrongState('The webinar has not begun yet.');
  }
}
