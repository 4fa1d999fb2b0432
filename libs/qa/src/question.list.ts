import type { QuestionState } from '@lectern/contracts';
import { Injectable } from '@nestjs/common';
import { Brackets, DataSource, type SelectQueryBuilder } from 'typeorm';
import { fold } from '@lectern/kernel';
import { QuestionRow } from './question.entities';

export interface Wanted {
  webinarId: string;
  /** Whose own questions are seen in any state. */
  participantId: string;
  /** What everyone like the viewer sees. */
  visible: QuestionState[];
  /** Only these. */
  states?: QuestionState[];
  sort: 'votes' | 'time' | 'oldest' | 'pinned' | 'mine' | 'assigned';
  search?: string;
  /** Of the last row of the page before. */
  cursor?: string;
  limit: number;
}

type Query = SelectQueryBuilder<QuestionRow>;

/** Lists of questions in the order in which one viewer wants them, page by page. */
@Injectable()
export class QuestionList {
  constructor(private readonly source: DataSource) {}

  page(wanted: Wanted): Promise<QuestionRow[]> {
    const query = this.visible(wanted);
    if (wanted.states) query.andWhere('q.state IN (:...states)', { states: wanted.states });
    const words = wanted.search ? fold(wanted.search).split(' ') : [];
    for (const [index, word] of words.filter(Boolean).slice(0, 8).entries())
      query.andWhere(`q.folded LIKE :word${index} ESCAPE '!'`, {
        [`word${index}`]: `%${word.replace(/[!%_]/g, '!$&')}%`,
      });
    orderings[wanted.sort](query, wanted);
    return query.limit(wanted.limit).getMany();
  }

  count(wanted: Pick<Wanted, 'webinarId' | 'participantId' | 'visible'>): Promise<number> {
    return this.visible(wanted).getCount();
  }

  private visible({
    webinarId,
    participantId,
    visible,
  }: Pick<Wanted, 'webinarId' | 'participantId' | 'visible'>): Query {
    return this.source.manager
      .createQueryBuilder(QuestionRow, 'q')
      .where('q.webinar_id = :webinarId', { webinarId })
      .andWhere(
        new Brackets((or) =>
          or
            .where('q.state IN (:...visible)', { visible })
            .orWhere(`(q.participant_id = :participantId AND q.state <> 'withdrawn')`, { participantId }),
        ),
      );
  }
}

const newest = (query: Query, { cursor }: Wanted): void => {
  if (cursor) query.andWhere('q.id < :id', { id: readCursor(cursor).id });
  query.orderBy('q.id', 'DESC');
};

const orderings: Record<Wanted['sort'], (query: Query, wanted: Wanted) => void> = {
  votes: (query, { cursor }) => {
    if (cursor) query.andWhere('(q.votes < :votes OR (q.votes = :votes AND q.id > :id))', readCursor(cursor));
    query.orderBy('q.votes', 'DESC').addOrderBy('q.id');
  },
  time: newest,
  oldest: (query) => query.orderBy('q.id'),
  pinned: (query) => query.andWhere('q.pinned_at IS NOT NULL').orderBy('q.pinned_at', 'DESC'),
  mine: (query, wanted) => newest(query.andWhere('q.participant_id = :participantId'), wanted),
  assigned: (query, wanted) => newest(query.andWhere('q.assignee_id = :participantId'), wanted),
};

/** Where the page after this row begins, in any order. */
export function cursorOf({ votes, id }: QuestionRow): string {
  return `${votes}_${id}`;
}

/** @param cursor checked by the contract */
function readCursor(cursor: string): { votes: number; id: string } {
  const [votes = '', id = ''] = cursor.split('_');
  return { votes: Number(votes), id };
}
