import { CONFIG, type Config } from '@lectern/config';
import {
  cursorAfter,
  kindHolds,
  type metadataFormats,
  type Resource,
  type ResourceDetail,
  renditionFiles,
  resourceActions,
  resourceFiles,
  type RestInput,
  type RestResponse,
} from '@lectern/contracts';
import { type Actor, notFound, wrongState } from '@lectern/kernel';
import { STORAGE, type Storage, type StoredFile } from '@lectern/storage';
import { Inject, Injectable } from '@nestjs/common';
import { describeResource } from './metadata/description';
import { toDublinCore } from './metadata/dublin-core';
import { toLom } from './metadata/lom';
import { toSchemaOrg } from './metadata/schema-org';
import { xmlDocument } from './metadata/xml';
import { isOffered, outputsOf } from './outputs/output-files';
import type { ResourceRow } from './resource.entities';
import { isPossible } from './resource.machine';
import { mayResource } from './resource.policy';
import { ContentRepository } from './contents/content.repository';
import { partnersOf } from './partners/partner.slug';
import { ResourceRepository } from './resource.repository';
import { ResourceWriter } from './resource.writer';
import { LibrarySettingsService } from './review/library-settings.service';
import { fileUrl, toAttachment, toMetadata, toResource } from './resource.view';
import { toCue } from './transcript/cue-row';
import { storedCaptions, wordsOf } from './transcript/transcript-files';

@Injectable()
export class LibraryService {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly contents: ContentRepository,
    private readonly writer: ResourceWriter,
    private readonly settings: LibrarySettingsService,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(
    actor: Actor | null,
    { query }: RestInput<'GET /api/resources'>,
  ): Promise<RestResponse<'GET /api/resources'>> {
    const page = { before: query.cursor, limit: query.limit + 1 };
    const published = query.scope === 'published';
    const rows = published ? await this.resources.published(page) : await this.drafts(actor, page);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const more = rows.length > shown.length && last;
    // The same time by which the list is ordered: a draft may have been published before.
    const at = (published && last?.publishedAt) || last?.createdAt;
    return { resources: shown.map(toResource), nextCursor: more && at ? cursorAfter({ at, id: last.id }) : null };
  }

  private async drafts(actor: Actor | null, page: Parameters<ResourceRepository['drafts']>[1]): Promise<ResourceRow[]> {
    if (!actor) return [];
    return this.resources.drafts(actor.userId, page);
  }

  async show(actor: Actor | null, resourceId: string): Promise<ResourceDetail> {
    const row = await this.writer.authorise(actor, resourceId, 'view');
    const [cues, questions, attachments, parts, partOf] = await Promise.all([
      this.resources.cues(resourceId),
      this.resources.questions(resourceId),
      this.contents.attachments(resourceId),
      this.contents.parts(resourceId),
      this.contents.listing(resourceId),
    ]);
    const isOurs = mayResource(actor, 'correct', row);
    return {
      ...toResource(row),
      partners: row.status === 'published' ? partnersOf(row) : [],
      webinarId: row.webinarId,
      recordingId: isOurs ? row.recordingId : null,
      link: row.link,
      attachments: attachments.map(toAttachment),
      parts: parts.filter((part) => mayResource(actor, 'view', part)).map(toResource),
      partOf: partOf.map(toResource),
      videoUrl: row.kind === 'recording' ? fileUrl(row.id, resourceFiles.video) : null,
      playlistUrl: row.hasRenditions ? fileUrl(row.id, resourceFiles.playlist) : null,
      ...wordsOf(row, cues),
      transcript: cues.map(toCue),
      questions: questions.map(({ id, text, author, votes, at, answers }) => ({
        id,
        text,
        author,
        votes,
        at,
        answers,
      })),
      notice: row.notice,
      ...toMetadata(row),
      ...outputsOf(row, questions.length, isOurs),
      version: versionOf(row),
      ...(await this.rights(actor, row)),
    };
  }

  private async rights(actor: Actor | null, row: ResourceRow): Promise<Pick<ResourceDetail, 'may' | 'mayEdit'>> {
    const mode = actor === null ? 'all' : await this.settings.mode();
    const may = resourceActions.filter(
      (action) => mayResource(actor, action, row, mode) && isPossible(row.status, action, row.trashedAt !== null),
    );
    return { may, mayEdit: may.includes('edit') };
  }

  /** The file, and whether only some may have it. */
  async file(
    actor: Actor | null,
    resourceId: string,
    name: string,
  ): Promise<{ file: StoredFile | null; private: boolean }> {
    const row = await this.writer.authorise(actor, resourceId, 'view');
    const names = [resourceFiles.video, resourceFiles.poster, ...renditionFiles(row.channels)];
    const isThere = names.includes(name) || (await this.isStoredCaptions(row, name));
    if (!isThere && !isOffered(row, name, mayResource(actor, 'correct', row))) throw notFound('This file');
    return { file: await this.storage.open(resourceFiles.key(resourceId, name)), private: row.status !== 'published' };
  }

  private async isStoredCaptions(row: ResourceRow, name: string): Promise<boolean> {
    if (!row.captions.some((language) => resourceFiles.captions(language) === name)) return false;
    return storedCaptions(row, await this.resources.cues(row.id)).length > 0;
  }

  /** What is said of a published resource, as JSON-LD or XML. */
  async metadata(
    resourceId: string,
    format: (typeof metadataFormats)[number],
  ): Promise<{ type: string; body: string }> {
    // Of drafts nothing is said to anybody.
    const row = await this.writer.authorise(null, resourceId, 'view');
    const description = describeResource(row, this.config.publicUrl);
    if (format === 'schema.org') return { type: 'application/ld+json', body: JSON.stringify(toSchemaOrg(description)) };
    const root = format === 'lom' ? toLom(description) : toDublinCore(description);
    return { type: 'application/xml', body: xmlDocument(root) };
  }

  async update(actor: Actor, { params, body }: RestInput<'PATCH /api/resources/:resourceId'>): Promise<Resource> {
    const { versionNote: note, ...said } = body;
    const patch = ({ kind }: ResourceRow) => {
      if (said.link !== undefined && !kindHolds[kind].link) throw wrongState('Only a link leads elsewhere.');
      return said;
    };
    const row = await this.writer.change(actor, params.resourceId, 'edit', patch, { note });
    return toResource(row);
  }
}

function versionOf({ version: number, revisedAt, publishedAt }: ResourceRow): ResourceDetail['version'] {
  return publishedAt === null ? null : { number, changedAt: revisedAt ?? publishedAt };
}
