import type { AgendaItem, ResourceQuestion } from '@lectern/contracts';
import { type Mark, SLIDE_STAYS } from './chapters';

/** Who goes live this much before the planned time has moved the webinar, and not opened the doors early. */
const EARLY_MS = 30 * 60_000;

/** A page that was shown from one second of the video to another. */
export interface ShownSlide {
  start: number;
  end: number;
  materialId: string;
  page: number;
}

/** When the agenda's clock began, in epoch milliseconds: as planned, later where the webinar began late. */
export function agendaStart({ startsAt, startedAt }: { startsAt: string; startedAt: string | null }): number {
  const [planned, real] = [Date.parse(startsAt), Date.parse(startedAt ?? startsAt)];
  return planned - real > EARLY_MS ? real : Math.max(planned, real);
}

/**
 * @param begun see {@link agendaStart}
 * @param secondOf the second of the video at an instant (epoch milliseconds); null outside of it
 */
export function agendaMarks(
  agenda: readonly AgendaItem[],
  begun: number,
  secondOf: (instant: number) => number | null,
): Mark[] {
  return agenda.flatMap(({ title, offsetMinutes }) => {
    const at = secondOf(begun + offsetMinutes * 60_000);
    return at === null ? [] : [{ kind: 'agenda' as const, at, title }];
  });
}

/** Questions that were taken up in the recording, each at its moment. */
export function questionMarks(questions: readonly ResourceQuestion[], takenUp: ReadonlySet<string>): Mark[] {
  return questions.flatMap(({ id, at, text }) =>
    at !== null && takenUp.has(id) ? [{ kind: 'question' as const, at, title: text }] : [],
  );
}

/** Slides on which somebody stayed. @param titleOf what a page is called; empty when it has no words */
export function slideMarks(slides: readonly ShownSlide[], titleOf: (slide: ShownSlide) => string): Mark[] {
  const stayed = slides.filter(({ start, end }) => end - start >= SLIDE_STAYS);
  return stayed.map((slide) => ({ kind: 'slide' as const, at: slide.start, title: titleOf(slide) }));
}

/** The heading of a page: the first of its lines that has letters. */
export function headingOf(text: string): string {
  return (
    text
      .split('\n')
      .find((line) => /\p{L}{2}/u.test(line))
      ?.trim() ?? ''
  );
}
