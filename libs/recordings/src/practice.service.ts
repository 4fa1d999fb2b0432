import type { PracticeNotice, PracticeResult, SessionSnapshot } from '@lectern/contracts';
import { type Attendance, Clock, forbidden, newId, wrongState } from '@lectern/kernel';
import { LiveRooms } from '@lectern/live';
import { Broadcaster, rooms, type SnapshotPart, SnapshotParts } from '@lectern/realtime';
import { mayWebinar } from '@lectern/webinars';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { readPractice } from './practice-result';
import { RecorderService } from './recorder/recorder.service';
import { RecordingFolders } from './recording-folders';
import { mayRecord } from './recording.policy';

interface Practice {
  id: string;
  startedAt: string;
}

/**
 * Practice runs: in the green room everything is recorded as it would be live, then thrown away. There is no row, so
 * nothing can find its way into the library; what a crash leaves behind goes at the next start.
 */
@Injectable()
export class PracticeService implements SnapshotPart, OnApplicationBootstrap {
  private readonly running = new Map<string, Practice>();

  constructor(
    private readonly recorders: RecorderService,
    private readonly folders: RecordingFolders,
    private readonly broadcaster: Broadcaster,
    private readonly clock: Clock,
    parts: SnapshotParts,
    liveRooms: LiveRooms,
  ) {
    parts.register(this);
    liveRooms.beforeStart((webinarId) => this.discard(webinarId, 'the webinar begins'));
    recorders.onEnding((webinarId, reason) => this.discard(webinarId, reason));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.folders.discardPractices();
  }

  async start({ webinarId, role }: Attendance): Promise<PracticeNotice> {
    if (!mayRecord(role, 'start')) throw forbidden('Only a host can record.');
    const room = this.recorders.room(webinarId);
    const checkTime = () => {
      if (room.status !== 'scheduled') throw wrongState('Practice is for the time before the webinar is live.');
    };
    checkTime();
    const known = this.running.get(webinarId);
    if (known) return { startedAt: known.startedAt };
    const practice = { id: newId(), startedAt: this.clock.instant() };
    this.running.set(webinarId, practice);
    try {
      await this.recorders.start(room, { id: practice.id, webinarId }, this.folders.practice(practice.id));
      // It may have gone live while the files were opened.
      checkTime();
    } catch (error) {
      await this.discard(webinarId, 'it could not begin');
      throw error;
    }
    this.tell(webinarId);
    return { startedAt: practice.startedAt };
  }

  async stop({ webinarId, role }: Attendance): Promise<PracticeResult> {
    if (!mayRecord(role, 'stop')) throw forbidden('Only a host can stop the recording.');
    const result = await this.discard(webinarId, 'stopped by a host');
    if (!result) throw wrongState('No practice runs.');
    return result;
  }

  /** @returns null when none ran */
  private async discard(webinarId: string, reason: string): Promise<PracticeResult | null> {
    const practice = this.running.get(webinarId);
    if (!practice) return null;
    this.running.delete(webinarId);
    const seconds = Math.round((this.clock.now() - Date.parse(practice.startedAt)) / 1000);
    try {
      await this.recorders.stop(webinarId, reason);
      return { seconds, tracks: await readPractice(this.folders.practice(practice.id)) };
    } finally {
      await this.folders.discardPractice(practice.id);
      this.tell(webinarId);
    }
  }

  private tell(webinarId: string): void {
    this.broadcaster.to(rooms.backstage(webinarId), 'practice:changed', { practice: this.noticeOf(webinarId) });
  }

  private noticeOf(webinarId: string): PracticeNotice | null {
    const practice = this.running.get(webinarId);
    return practice ? { startedAt: practice.startedAt } : null;
  }

  snapshot({ webinarId, role }: Attendance): Promise<Partial<SessionSnapshot>> {
    return Promise.resolve({ practice: mayWebinar(role, 'room:green') ? this.noticeOf(webinarId) : null });
  }
}
