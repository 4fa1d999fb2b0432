import type { OEmbed, Resource, ResourceDetail, RestInput, RestResponse } from '@lectern/contracts';
import { Caller, Input, Route, sendFile, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { EmbedService } from './harvest/embed.service';
import { LibraryService } from './library.service';
import { OutputsService } from './outputs/outputs.service';
import type { TextFile } from './transcript/transcript-files';
import { TranscriptService } from './transcript/transcript.service';

const types: Record<string, string> = {
  mp4: 'video/mp4',
  jpg: 'image/jpeg',
  vtt: 'text/vtt; charset=utf-8',
  m3u8: 'application/vnd.apple.mpegurl',
  m4a: 'audio/mp4',
  webm: 'video/webm',
  pdf: 'application/pdf',
};
const HOUR = 3_600;

@Controller()
export class LibraryController {
  constructor(
    private readonly library: LibraryService,
    private readonly embeds: EmbedService,
    private readonly transcripts: TranscriptService,
    private readonly outputs: OutputsService,
  ) {}

  @Route('GET /api/resources')
  list(
    @Caller() actor: Actor | null,
    @Input() input: RestInput<'GET /api/resources'>,
  ): Promise<RestResponse<'GET /api/resources'>> {
    return this.library.list(actor, input);
  }

  @Route('GET /api/resources/:resourceId')
  show(
    @Caller() actor: Actor | null,
    @Input() { params }: RestInput<'GET /api/resources/:resourceId'>,
  ): Promise<ResourceDetail> {
    return this.library.show(actor, params.resourceId);
  }

  @Route('PATCH /api/resources/:resourceId')
  update(@SignedIn() actor: Actor, @Input() input: RestInput<'PATCH /api/resources/:resourceId'>): Promise<Resource> {
    return this.library.update(actor, input);
  }

  @Route('GET /api/resources/:resourceId/files/:name')
  async file(
    @Caller() actor: Actor | null,
    @Input() { params }: RestInput<'GET /api/resources/:resourceId/files/:name'>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { resourceId, name } = params;
    const made =
      (await this.transcripts.file(actor, resourceId, name)) ?? (await this.outputs.file(actor, resourceId, name));
    if (made) return sendMade(response, name, made);
    const found = await this.library.file(actor, params.resourceId, params.name);
    const type = types[params.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    await sendFile(request, response, found.file, { type, maxAge: HOUR, private: found.private });
  }

  @Route('GET /api/resources/:resourceId/metadata/:format')
  async metadata(
    @Input() { params }: RestInput<'GET /api/resources/:resourceId/metadata/:format'>,
    @Res() response: Response,
  ): Promise<void> {
    const { type, body } = await this.library.metadata(params.resourceId, params.format);
    response.set({ 'Content-Type': `${type}; charset=utf-8`, 'Access-Control-Allow-Origin': '*' }).send(body);
  }

  @Route('GET /api/oembed')
  oEmbed(@Input() input: RestInput<'GET /api/oembed'>): Promise<OEmbed> {
    return this.embeds.oEmbed(input);
  }
}

/** Corrections are seen at once: express answers 304 by the ETag when nothing has changed. */
function sendMade(response: Response, name: string, { type, text }: TextFile): void {
  // No page that people's words are in is shown as one of ours.
  if (type === 'text/html') response.attachment(name);
  response.set({ 'Cache-Control': 'private, no-cache' }).type(type).send(text);
}
