import type { Chapter, ResourceQuestion } from '@lectern/contracts';
import { MaterialRepository } from '@lectern/materials';
import { WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { chaptersOf } from './processing/chapters';
import { agendaMarks, agendaStart, headingOf, questionMarks, type ShownSlide, slideMarks } from './processing/marks';
import type { ProcessResult } from './processing/process-result';
import { shownPieces } from './processing/shown';
import { RecordingFolders } from './recording-folders';
import { RecordedTime, withoutPauses } from './timeline/recorded-time';
import { readTimeline } from './timeline/timeline-reader';

/** What divides a recording, as its timeline tells: slides, and questions that were taken up. */
export interface Divisions {
  slides: ShownSlide[];
  takenUp: Set<string>;
}

/** Chapters from the agenda, the slides and the questions. */
@Injectable()
export class RecordingChapters {
  constructor(
    private readonly folders: RecordingFolders,
    private readonly webinars: WebinarRepository,
    private readonly materials: MaterialRepository,
  ) {}

  async divisions(recordingId: string, result: ProcessResult): Promise<Divisions> {
    const timeline = await readTimeline(this.folders.of(recordingId));
    const startedAt = Date.parse(result.startedAt);
    const span = { startedAt, durationMs: result.durationSeconds * 1000 };
    const events = withoutPauses(timeline.events, { startedAt, pauses: result.pauses });
    const slides = shownPieces(events, span).flatMap(({ start, end, shown }) =>
      shown.kind === 'deck'
        ? { start: start / 1000, end: end / 1000, materialId: shown.materialId, page: shown.page }
        : [],
    );
    const takenUp = events.flatMap((event) => (event.type === 'question-taken-up' ? event.questionId : []));
    return { slides, takenUp: new Set(takenUp) };
  }

  async of(
    webinarId: string,
    result: ProcessResult,
    { slides, takenUp }: Divisions,
    questions: readonly ResourceQuestion[],
  ): Promise<Chapter[]> {
    const webinar = await this.webinars.get(webinarId);
    const titles = await this.titlesOf(slides);
    const time = new RecordedTime(result.pauses);
    const secondOf = (instant: number) => {
      const own = instant - Date.parse(result.startedAt);
      const second = time.of(own) / 1000;
      return !time.isPaused(own) && second >= 0 && second <= result.durationSeconds ? second : null;
    };
    const marks = [
      ...agendaMarks(webinar.agenda, agendaStart(webinar), secondOf),
      ...questionMarks(questions, takenUp),
      ...slideMarks(slides, (slide) => titles.get(keyOf(slide)) ?? ''),
    ];
    return chaptersOf(marks, result.durationSeconds, webinar.title);
  }

  private async titlesOf(slides: readonly ShownSlide[]): Promise<Map<string, string>> {
    const titles = new Map<string, string>();
    for (const slide of slides) {
      if (titles.has(keyOf(slide))) continue;
      titles.set(keyOf(slide), headingOf(await this.materials.text(slide.materialId, slide.page)));
    }
    return titles;
  }
}

const keyOf = ({ materialId, page }: ShownSlide) => `${materialId}/${page}`;
