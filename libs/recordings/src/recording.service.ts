import type { RecordingNotice, RecordingStopCause, SessionSnapshot } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { type Attendance, Clock, forbidden, newId, wrongState } from '@lectern/kernel';
import { type SnapshotPart } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { RecorderService } from './recorder/recorder.service';
import type { RecordingRow } from './recording.entity';
import { mayRecord } from './recording.policy';
import { RecordingRepository, toNotice } from './recording.repository';
import { RecordingTeller } from './recording.teller';
import { ProcessingService } from './processing.service';

/** Starting and stopping recordings. */
@Injectable()
export class RecordingService implements SnapshotPart {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly recorders: RecorderService,
    private readonly processing: ProcessingService,
    private readonly teller: RecordingTeller,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    teller.parts.register(this);
    recorders.onEnding((webinarId, reason, cause) => this.finish(webinarId, reason, cause));
  }

  /** Starts the recording of a live webinar. One runs at a time; starting twice gives the running one. */
  async start(who: Attendance): Promise<RecordingNotice> {
    const { webinarId, role } = who;
    if (!mayRecord(role, 'start')) throw forbidden('Only a host can record.');
    const room = this.recorders.room(webinarId);
    if (room.status !== 'live') throw wrongState('Go live first: recording starts when the webinar runs.');
    const running = await this.recordings.running(webinarId);
    if (running) return toNotice(running);
    const now = this.clock.instant();
    const row: RecordingRow = {
      id: newId(),
      webinarId,
      status: 'recording',
      step: 'queued',
      percent: 0,
      startedAt: now,
      stoppedAt: null,
      stopCause: null,
      terms: await this.recorders.termsFor(who),
      pausedAt: null,
      pausedMs: 0,
      updatedAt: now,
      attempts: 0,
      run: 0,
      redo: {},
      since: null,
      failure: null,
      failureDetail: null,
      notice: null,
      resourceId: null,
      importedAt: null,
      leftOut: [],
      ...{ extras: [], extra: null, untranscribed: [], discardedAt: null },
    };
    // The files first: everyone is told that it runs only when it does.
    await this.recorders.start(room, row);
    try {
      await this.unitOfWork.run(async (tx) => {
        await this.recordings.insert(tx, row);
        tx.afterCommit(() => this.teller.changed(row));
      });
    } catch (error) {
      await this.recorders.stop(webinarId, 'it could not be noted');
      throw error;
    }
    return toNotice(row);
  }

  async stop({ webinarId, role }: Attendance): Promise<RecordingNotice> {
    if (!mayRecord(role, 'stop')) throw forbidden('Only a host can stop the recording.');
    // A practice run has no row, and its own way to stop.
    const row = (await this.recordings.running(webinarId)) && (await this.finish(webinarId, 'stopped by a host'));
    if (!row) throw wrongState('No recording runs.');
    return toNotice(row);
  }

  /** Closes the files, then hands the recording to the queue. @returns null when none ran */
  private async finish(
    webinarId: string,
    reason: string,
    cause: RecordingStopCause | null = null,
  ): Promise<RecordingRow | null> {
    const row = await this.recordings.running(webinarId);
    await this.recorders.stop(webinarId, reason);
    return row && this.processing.begin(row, this.clock.instant(), cause);
  }

  async snapshot({ webinarId }: Attendance): Promise<Partial<SessionSnapshot>> {
    const row = await this.recordings.running(webinarId);
    return { recording: row && toNotice(row) };
  }
}
