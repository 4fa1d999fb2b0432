import type { RecordingNotice } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { type Attendance, Clock, forbidden, wrongState } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { RecorderService } from './recorder/recorder.service';
import type { RecordingRow } from './recording.entity';
import { mayRecord } from './recording.policy';
import { RecordingRepository, toNotice } from './recording.repository';
import { RecordingTeller } from './recording.teller';

/** Pausing a recording and going on. First the files, then the row, then the news: nobody is told what is not so. */
@Injectable()
export class RecordingPauseService {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly recorders: RecorderService,
    private readonly teller: RecordingTeller,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Pausing twice gives the pause that is. */
  pause(who: Attendance): Promise<RecordingNotice> {
    return this.turn(who, true, (row) => (row.pausedAt ? null : { pausedAt: this.clock.instant() }));
  }

  resume(who: Attendance): Promise<RecordingNotice> {
    return this.turn(who, false, ({ pausedAt, pausedMs }) =>
      pausedAt ? { pausedAt: null, pausedMs: pausedMs + this.clock.now() - Date.parse(pausedAt) } : null,
    );
  }

  private async turn(
    { webinarId, role }: Attendance,
    paused: boolean,
    change: (row: RecordingRow) => Partial<RecordingRow> | null,
  ): Promise<RecordingNotice> {
    if (!mayRecord(role, 'pause')) throw forbidden('Only a host can pause the recording.');
    const running = await this.recordings.running(webinarId);
    // A practice run has no row, and no pauses.
    if (!running) throw wrongState('No recording runs.');
    await this.recorders.setPaused(webinarId, paused);
    return this.unitOfWork.run(async (tx) => {
      const row = await this.recordings.get(running.id, tx.manager);
      const patch = change(row);
      if (!patch) return toNotice(row);
      const after = { ...row, ...patch };
      if (!(await this.recordings.update(tx, { ...row, status: 'recording' }, patch)))
        throw wrongState('The recording has ended.');
      tx.afterCommit(() => this.teller.changed(after));
      return toNotice(after);
    });
  }
}
