import type { VersionKind } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { IdentityService } from '@lectern/identity';
import { Clock } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import type { ResourceRow } from '../resource.entities';
import { isSameSitting } from '../transcript/sitting';
import { changesBetween, contentOf } from './version.content';
import type { ResourceVersionRow } from './version.entity';
import { VersionRepository } from './version.repository';

export interface Author {
  userId: string;
  /** Looked up where it is not known. */
  displayName?: string;
}

/** What is said of a change. */
export interface Said {
  note?: string;
  /** The version that is brought back. */
  restoredFrom?: number;
}

type Next = Pick<ResourceVersionRow, 'kind' | 'startedAt'> & { authorId: string };

interface Change extends Said {
  before: ResourceRow;
  after: ResourceRow;
}

/** Keeps what resources said and were made of each time that they became public or were changed there. */
@Injectable()
export class VersionHistory {
  constructor(
    private readonly versions: VersionRepository,
    private readonly identity: IdentityService,
    private readonly clock: Clock,
  ) {}

  /** Before a change of what was published before versions were kept: its first one. The resource is held. */
  async begin(tx: Transaction, row: ResourceRow): Promise<void> {
    if (row.status !== 'published' || (await this.versions.latest(row.id, tx.manager))) return;
    const at = row.publishedAt ?? row.createdAt;
    const content = contentOf(row, await this.versions.contents(tx, row.id));
    const first = { authorId: null, authorName: null, startedAt: at, endedAt: at, note: '', restoredFrom: null };
    await this.versions.insert(tx, {
      resourceId: row.id,
      number: 1,
      kind: 'published',
      ...first,
      changes: [],
      content,
    });
  }

  /**
   * After it. Each publication is a version, and each change of what is public. Several changes of one person at one
   * sitting are one; what changes nothing is none.
   *
   * @returns what the resource's row says of it
   */
  async note(tx: Transaction, author: Author, change: Change): Promise<Partial<ResourceRow>> {
    const { after } = change;
    if (after.status !== 'published') return {};
    const last = await this.versions.latest(after.id, tx.manager);
    const content = contentOf(after, await this.versions.contents(tx, after.id));
    const changes = last ? changesBetween(last.content, content) : [];
    if (last && changes.length === 0) return {};
    const version = await this.version(author, change, last?.number ?? 0);
    if (last && goesOn(last, version)) return this.goOn(tx, last, { ...version, changes, content });
    await this.versions.insert(tx, { ...version, changes, content });
    return { version: version.number, revisedAt: last ? version.endedAt : null };
  }

  private async version(author: Author, { before, after, note, restoredFrom }: Change, last: number) {
    const now = this.clock.instant();
    const { userId, displayName = await this.identity.nameOf(userId) } = author;
    const kind: VersionKind =
      before.status !== 'published' ? 'published' : restoredFrom === undefined ? 'changed' : 'restored';
    return {
      ...{ resourceId: after.id, number: last + 1, kind, startedAt: now, endedAt: now },
      ...{ authorId: userId, authorName: displayName, note: note ?? '', restoredFrom: restoredFrom ?? null },
    };
  }

  private async goOn(tx: Transaction, last: ResourceVersionRow, version: ResourceVersionRow) {
    const { number, startedAt } = last;
    const changes = [...new Set([...last.changes, ...version.changes])];
    await this.versions.update(tx, { ...version, number, startedAt, changes, note: version.note || last.note });
    return { revisedAt: version.endedAt };
  }
}

/** What was published or brought back stays as it was then. */
const goesOn = (last: ResourceVersionRow, { kind, authorId, startedAt: now }: Next): boolean =>
  kind === 'changed' && last.kind === 'changed' && isSameSitting(last, authorId, Date.parse(now));
