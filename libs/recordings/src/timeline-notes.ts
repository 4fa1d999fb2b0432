import type { Presentation } from '@lectern/contracts';
import { positionAt, PresentationRepository, PresentationTeller } from '@lectern/materials';
import { Clock } from '@lectern/kernel';
import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable } from '@nestjs/common';
import { RecorderService } from './recorder/recorder.service';
import type { RoomRecorder } from './recorder/room-recorder';
import type { PresentedState } from './timeline/timeline-event';

/** Writes what is shown to the room into the timelines of running recordings. */
@Injectable()
export class TimelineNotes {
  constructor(
    recorders: RecorderService,
    presentations: PresentationTeller,
    private readonly shown: PresentationRepository,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    presentations.events.on('changed', ({ webinarId, presentation }) => {
      const recorder = recorders.recorder(webinarId);
      if (recorder) this.note(recorder, presentation);
    });
    recorders.events.on('started', (recorder, webinarId) => void this.noteFirst(recorder, webinarId));
  }

  /** What is shown already when a recording begins. */
  private async noteFirst(recorder: RoomRecorder, webinarId: string): Promise<void> {
    try {
      const presentation = await this.shown.get(webinarId);
      if (presentation.shown) this.note(recorder, presentation);
    } catch (error) {
      this.logger.warn({ err: error, webinarId }, 'what was shown when the recording began was not noted');
    }
  }

  private note(recorder: RoomRecorder, { shown }: Presentation): void {
    if (!recorder.choices.slides) return;
    recorder.note({ type: 'presentation-changed', shown: shown && presented(shown, this.clock.now()) });
  }
}

/** @param now epoch milliseconds */
function presented(shown: NonNullable<Presentation['shown']>, now: number): PresentedState {
  const { materialId } = shown;
  if (shown.kind === 'deck') return { kind: 'deck', materialId, page: shown.page };
  const { playing, hasVideo, hasAudio } = shown;
  return { kind: 'clip', materialId, playing, position: positionAt(shown, now), hasVideo, hasAudio };
}
