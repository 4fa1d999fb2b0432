import type { ExportedPoll } from '@lectern/contracts';
import { toCsv } from '@lectern/kernel';

const heading = [
  'Question',
  'Kind',
  'State',
  'Opened at',
  'Closed at',
  'Voters',
  'Answer',
  'Votes',
  'Share of voters in %',
  'Right',
  'Voted for by',
  'Id',
];

/** A line for each answer, those without votes too; names only where the poll is not anonymous. */
export function pollsCsv(polls: readonly ExportedPoll[]): string {
  return toCsv([heading, ...polls.flatMap(linesOf)]);
}

function linesOf(poll: ExportedPoll): (string | number | boolean | null)[][] {
  const { question, kind, state, openedAt, closedAt, voters, correct, id } = poll;
  return answersOf(poll).map(({ label, votes, place }) => [
    question,
    kind,
    state,
    openedAt,
    closedAt,
    voters,
    label,
    votes,
    voters > 0 ? Math.round((votes / voters) * 1000) / 10 : null,
    kind === 'quiz' && place !== null ? correct.includes(place) : null,
    poll.anonymous ? null : namesFor(poll, label),
    id,
  ]);
}

interface Answer {
  label: string;
  votes: number;
  /** Among the options; null for words and ratings. */
  place: number | null;
}

function answersOf({ options, tally }: ExportedPoll): Answer[] {
  if (options.length === 0) return tally.map(({ label, votes }) => ({ label, votes, place: null }));
  const votes = new Map(tally.map((one) => [one.pick, one.votes]));
  return options.map((label, place) => ({ label, place, votes: votes.get(String(place)) ?? 0 }));
}

const namesFor = ({ votes }: ExportedPoll, label: string): string =>
  votes
    .filter(({ answers }) => answers.includes(label))
    .map(({ name }) => name)
    .join('; ');
