import { wrongState } from '@lectern/kernel';
import { type LiveRoom, LiveRooms } from '@lectern/live';
import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { Heartbeat } from '../heartbeat';
import { RecordingFolders } from '../recording-folders';
import type { RecordingRow } from '../recording.entity';
import { CaptureService } from './capture-service';
import { RoomRecorder } from './room-recorder';

type OnEnding = (webinarId: string, reason: string) => Promise<unknown>;

interface Running {
  recorder: RoomRecorder;
  stopHeartbeat: () => void;
}

/** The recorders that run in this process, one a room at most. */
@Injectable()
export class RecorderService {
  /** Inside this process: a recording has begun, for who notes what was so before. */
  readonly events = new EventEmitter<{ started: [RoomRecorder, webinarId: string] }>();
  private readonly running = new Map<string, Running>();
  private readonly endings: OnEnding[] = [];

  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly capture: CaptureService,
    private readonly folders: RecordingFolders,
    private readonly heartbeat: Heartbeat,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    liveRooms.beforeEnd((webinarId) => this.end(webinarId, 'the webinar ended'));
  }

  /** @param ending finishes the recording when the webinar ends or its files cannot be written */
  onEnding(ending: OnEnding): void {
    this.endings.push(ending);
  }

  /** @throws DomainError WRONG_STATE when nobody is in the room */
  room(webinarId: string): LiveRoom {
    const room = this.liveRooms.get(webinarId);
    if (!room) throw wrongState('Nobody is in the room: there is nothing to record.');
    return room;
  }

  /** @param practice the folder of a practice run: it is in no table, so nobody asks for its signs of life */
  async start(
    room: LiveRoom,
    { id: recordingId, webinarId }: Pick<RecordingRow, 'id' | 'webinarId'>,
    practice?: string,
  ): Promise<void> {
    if (this.running.has(webinarId)) throw wrongState('A recording runs already.');
    this.liveRooms.hold(webinarId);
    try {
      const recorder = await RoomRecorder.start({
        recordingId,
        title: room.title,
        dir: practice ?? this.folders.of(recordingId),
        room,
        capture: await this.capture.client(),
        logger: this.logger,
        onFailure: (reason) => void this.fail(webinarId, reason),
      });
      const stopHeartbeat = practice ? () => undefined : this.heartbeat.start(recordingId, 'recording');
      this.running.set(webinarId, { recorder, stopHeartbeat });
      this.events.emit('started', recorder, webinarId);
    } catch (error) {
      this.liveRooms.release(webinarId);
      throw error;
    }
  }

  /** The recorder of a room, to write events into its timeline. */
  recorder(webinarId: string): RoomRecorder | undefined {
    return this.running.get(webinarId)?.recorder;
  }

  /** Resolves when the files are complete; nothing to do when none runs here. */
  async stop(webinarId: string, reason: string): Promise<void> {
    const running = this.running.get(webinarId);
    if (!running) return;
    this.running.delete(webinarId);
    running.stopHeartbeat();
    await running.recorder.close(reason);
    this.liveRooms.release(webinarId);
  }

  /** For an orderly end of the process: every recording is finished as if a host had stopped it. */
  async stopAll(reason: string): Promise<void> {
    await Promise.all([...this.running.keys()].map((webinarId) => this.end(webinarId, reason)));
  }

  private async end(webinarId: string, reason: string): Promise<void> {
    for (const ending of this.endings) await ending(webinarId, reason);
  }

  private async fail(webinarId: string, reason: string): Promise<void> {
    this.logger.error({ webinarId, reason }, 'the recording stops');
    await this.end(webinarId, reason);
  }
}
