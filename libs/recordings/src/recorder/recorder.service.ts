import { defaultRecordingChoices, type RecordingStopCause, type RecordingTerms } from '@lectern/contracts';
import { type Attendance, wrongState } from '@lectern/kernel';
import { type LiveRoom, LiveRooms } from '@lectern/live';
import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { Heartbeat } from '../heartbeat';
import { RecordingFolders } from '../recording-folders';
import type { RecordingRow } from '../recording.entity';
import { admitAll } from '../terms/admission';
import { CaptureService } from './capture-service';
import { DiskRoom } from './disk-room';
import { RoomRecorder } from './room-recorder';

/** @param cause null when somebody asked for the end */
type OnEnding = (webinarId: string, reason: string, cause: RecordingStopCause | null) => Promise<unknown>;

/** Of a practice run there is no more than a name. */
type Recorded = Pick<RecordingRow, 'id' | 'webinarId'> & Partial<Pick<RecordingRow, 'pausedAt' | 'terms'>>;

interface Running {
  recorder: RoomRecorder;
  /** Ends its signs of life and the watch over its disk. */
  stopWatching: () => void;
}

/** The recorders that run in this process, one a room at most. */
@Injectable()
export class RecorderService {
  /** Inside this process: a recording has begun, for who notes what was so before. */
  readonly events = new EventEmitter<{ started: [RoomRecorder, webinarId: string] }>();
  private readonly running = new Map<string, Running>();
  private readonly starting = new Set<string>();
  private readonly stopping = new Map<string, Promise<void>>();
  private readonly endings: OnEnding[] = [];

  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly capture: CaptureService,
    private readonly folders: RecordingFolders,
    private readonly heartbeat: Heartbeat,
    private readonly disk: DiskRoom,
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

  /**
   * @param practice the folder of a practice run: it is in no table, so nobody asks for its signs of life
   * @throws DomainError WRONG_STATE when one runs already, STORAGE_FULL
   */
  async start(room: LiveRoom, row: Recorded, practice?: string): Promise<void> {
    const { webinarId } = row;
    if ([this.running, this.starting, this.stopping].some((known) => known.has(webinarId)))
      throw wrongState('A recording runs already.');
    this.starting.add(webinarId);
    this.liveRooms.hold(webinarId);
    try {
      await this.disk.check();
      const recorder = await this.open(room, row, practice);
      const stopWatching = this.watch(row, practice !== undefined);
      this.running.set(webinarId, { recorder, stopWatching });
      this.events.emit('started', recorder, webinarId);
    } catch (error) {
      this.liveRooms.release(webinarId);
      throw error;
    } finally {
      this.starting.delete(webinarId);
    }
  }

  private async open(
    room: LiveRoom,
    { id: recordingId, webinarId, pausedAt, terms = null }: Recorded,
    practice?: string,
  ): Promise<RoomRecorder> {
    return RoomRecorder.start({
      recordingId,
      title: room.title,
      dir: practice ?? this.folders.of(recordingId),
      room,
      capture: await this.capture.client(),
      logger: this.logger,
      admits: practice ? admitAll : this.capture.admission.of(room, terms),
      choices: terms?.choices ?? defaultRecordingChoices,
      paused: Boolean(pausedAt),
      onFailure: (cause, reason) => void this.fail(webinarId, cause, reason),
    });
  }

  private watch({ id, webinarId }: Pick<RecordingRow, 'id' | 'webinarId'>, practice: boolean): () => void {
    const full = 'The disk has no more room than what others need.';
    const stopLooking = this.disk.watch(() => void this.fail(webinarId, 'disk-full', full));
    const onGone = () => void this.stop(webinarId, 'it was finished elsewhere').catch(this.logFailure);
    const stopHeartbeat = practice
      ? () => undefined
      : this.heartbeat.start({ id, status: 'recording', run: 0 }, onGone);
    return () => {
      stopLooking();
      stopHeartbeat();
    };
  }

  /** What holds for a recording that this person begins. */
  termsFor(starter: Attendance): Promise<RecordingTerms> {
    return this.capture.admission.begin(starter);
  }

  /** The recorder of a room, to write events into its timeline. */
  recorder(webinarId: string): RoomRecorder | undefined {
    return this.running.get(webinarId)?.recorder;
  }

  /** @throws DomainError WRONG_STATE when none runs here */
  async setPaused(webinarId: string, paused: boolean): Promise<void> {
    const recorder = this.recorder(webinarId);
    if (!recorder) throw wrongState('No recording runs.');
    await (paused ? recorder.pause() : recorder.resume());
  }

  /** Resolves when the files are complete; nothing to do when none runs here. */
  stop(webinarId: string, reason: string): Promise<void> {
    // Whoever asks while it is being stopped waits as well: what comes next reads the files.
    const stopping = this.stopping.get(webinarId) ?? this.close(webinarId, reason);
    this.stopping.set(webinarId, stopping);
    return stopping.finally(() => this.stopping.delete(webinarId));
  }

  private async close(webinarId: string, reason: string): Promise<void> {
    const running = this.running.get(webinarId);
    if (!running) return;
    this.running.delete(webinarId);
    running.stopWatching();
    try {
      await running.recorder.close(reason);
    } finally {
      this.liveRooms.release(webinarId);
    }
  }

  /** For an orderly end of the process: every recording is finished as if a host had stopped it. */
  async stopAll(reason: string): Promise<void> {
    await Promise.all([...this.running.keys()].map((webinarId) => this.end(webinarId, reason)));
  }

  private async end(webinarId: string, reason: string, cause: RecordingStopCause | null = null): Promise<void> {
    for (const ending of this.endings) await ending(webinarId, reason, cause);
  }

  /** What cannot be finished now, as the database's disk is full as well, the sweep finishes later. */
  private async fail(webinarId: string, cause: RecordingStopCause, reason: string): Promise<void> {
    this.logger.error({ webinarId, cause, reason }, 'the recording stops');
    await this.end(webinarId, reason, cause).catch(this.logFailure);
  }

  private readonly logFailure = (error: unknown): void => {
    this.logger.error({ err: error }, 'a recording was not finished well');
  };
}
