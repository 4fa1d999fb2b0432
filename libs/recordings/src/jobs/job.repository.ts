import { type Cursor, JobState, type ProcessingJob } from '@lectern/contracts';
import { rawQuery } from '@lectern/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface JobPage {
  state?: JobState;
  /** The last entry of the page before. */
  cursor?: Cursor;
  limit: number;
}

const recordingState = `CASE r.status WHEN 'ready' THEN 'done' WHEN 'failed' THEN 'failed' WHEN 'cancelled' THEN 'cancelled'
  ELSE CASE r.step WHEN 'queued' THEN 'waiting' ELSE 'running' END END`;
const materialState = `CASE m.status WHEN 'ready' THEN 'done' WHEN 'failed' THEN 'failed'
  ELSE CASE m.attempts WHEN 0 THEN 'waiting' ELSE 'running' END END`;

/** Recordings that have been handed to the queue, and materials that are there. */
const jobs = `SELECT r.id AS id, 'recording' AS kind, r.webinar_id AS webinar_id, NULL AS title, ${recordingState} AS state,
    r.step AS step, r.percent AS percent, r.since AS since, r.attempts AS attempts, r.failure AS failure,
    r.failure_detail AS detail, r.discarded_at IS NULL AS repeatable
  FROM recording r WHERE r.since IS NOT NULL AND r.status <> 'recording'
  UNION ALL
  SELECT m.id, 'material', m.webinar_id, m.title, ${materialState},
    NULL, m.percent, m.created_at, m.attempts, m.failure, m.failure_detail, TRUE
  FROM material m WHERE m.deleted_at IS NULL`;

interface JobRow extends Omit<ProcessingJob, 'webinarId' | 'repeatable'> {
  webinar_id: string;
  /** SQLite has numbers for it. */
  repeatable: boolean | number;
}

/** The work of the queue as the tables of recordings and materials tell it: they outlast what Redis remembers. */
@Injectable()
export class JobRepository {
  constructor(private readonly source: DataSource) {}

  /** The latest first. */
  async page({ state, cursor, limit }: JobPage): Promise<ProcessingJob[]> {
    const conditions = [
      ...(state ? [{ sql: 'j.state = ?', values: [state] }] : []),
      ...(cursor
        ? [{ sql: '(j.since < ? OR (j.since = ? AND j.id < ?))', values: [cursor.at, cursor.at, cursor.id] }]
        : []),
    ];
    const where = conditions.map(({ sql }) => `AND ${sql}`).join(' ');
    const rows = await rawQuery<JobRow>(
      this.source.manager,
      `SELECT j.*, w.title AS webinar FROM (${jobs}) j JOIN webinar w ON w.id = j.webinar_id ${where.replace(/^AND/, 'WHERE')}
       ORDER BY j.since DESC, j.id DESC LIMIT ?`,
      [...conditions.flatMap(({ values }) => values), limit],
    );
    return rows.map(({ webinar_id: webinarId, repeatable, ...job }) => ({
      ...job,
      webinarId,
      repeatable: Boolean(repeatable),
    }));
  }

  async counts(): Promise<Record<JobState, number>> {
    const rows = await rawQuery<{ state: JobState; count: number | string }>(
      this.source.manager,
      `SELECT j.state AS state, COUNT(*) AS count FROM (${jobs}) j GROUP BY j.state`,
      [],
    );
    const counted = new Map(rows.map(({ state, count }) => [state, Number(count)]));
    const counts = JobState.options.map((state) => [state, counted.get(state) ?? 0]);
    return Object.fromEntries(counts) as Record<JobState, number>;
  }
}
