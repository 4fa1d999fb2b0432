import type { RestRequest, Webinar } from '@lectern/contracts';
import { agendaOf, type DraftItem, itemsOf } from './agenda-draft';
import { instantOf, nextFullHourTomorrow, type WallTime, wallTimeOf } from '../../../time/zoned';

export type WebinarBody = RestRequest<'POST /api/webinars'>['body'];

/** What the form holds: the time as a clock shows it, until it is sent. */
export interface WebinarDraft extends WallTime {
  title: string;
  description: string;
  languages: string[];
  timeZone: string;
  durationMinutes: number;
  agenda: DraftItem[];
}

export type DraftProblem = 'title' | 'when' | 'languages';

export function newDraft(now: Date, timeZone: string, languages: string[]): WebinarDraft {
  return {
    title: '',
    description: '',
    languages,
    timeZone,
    durationMinutes: 60,
    agenda: [],
    ...nextFullHourTomorrow(now, timeZone),
  };
}

export function draftOf(webinar: Webinar): WebinarDraft {
  const { title, description, languages, timeZone, durationMinutes, agenda } = webinar;
  return {
    title,
    description,
    languages,
    timeZone,
    durationMinutes,
    agenda: itemsOf(agenda),
    ...wallTimeOf(new Date(webinar.startsAt), timeZone),
  };
}

export function problemsOf(draft: WebinarDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.title.trim() === '') problems.push('title');
  if (!instantOf(draft, draft.timeZone)) problems.push('when');
  if (draft.languages.length === 0) problems.push('languages');
  return problems;
}

/** The body to send, or null while something is missing. */
export function bodyOf(draft: WebinarDraft): WebinarBody | null {
  const startsAt = instantOf(draft, draft.timeZone);
  if (!startsAt || problemsOf(draft).length > 0) return null;
  const { title, description, languages, timeZone, durationMinutes } = draft;
  const agenda = agendaOf(draft.agenda);
  return { title, description, languages, timeZone, durationMinutes, agenda, startsAt: startsAt.toISOString() };
}
