import type { Resource, RestInput, RestResponse } from '@lectern/contracts';
import { Caller, Input, Route, sendFile, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isShown } from './attachment-type';
import { contentDisposition } from './content-disposition';
import { ContentsService } from './contents.service';

const HOUR = 3_600;

@Controller()
export class ContentsController {
  constructor(private readonly contents: ContentsService) {}

  @Route('POST /api/resources')
  create(@SignedIn() actor: Actor, @Input() input: RestInput<'POST /api/resources'>): Promise<Resource> {
    return this.contents.create(actor, input);
  }

  @Route('PUT /api/resources/:resourceId/parts')
  setParts(
    @SignedIn() actor: Actor,
    @Input() input: RestInput<'PUT /api/resources/:resourceId/parts'>,
  ): Promise<RestResponse<'PUT /api/resources/:resourceId/parts'>> {
    return this.contents.setParts(actor, input);
  }

  @Route('GET /api/resources/:resourceId/attachments/:attachmentId')
  async open(
    @Caller() actor: Actor | null,
    @Input() { params }: RestInput<'GET /api/resources/:resourceId/attachments/:attachmentId'>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.contents.open(actor, params.resourceId, params.attachmentId);
    const { name, mediaType } = found.attachment;
    const shown = isShown(mediaType);
    response.set({
      'Content-Disposition': contentDisposition(shown ? 'inline' : 'attachment', name),
      'X-Content-Type-Options': 'nosniff',
    });
    const type = shown ? mediaType : 'application/octet-stream';
    await sendFile(request, response, found.file, { type, maxAge: HOUR, private: found.private });
  }

  @Route('DELETE /api/resources/:resourceId/attachments/:attachmentId')
  async remove(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'DELETE /api/resources/:resourceId/attachments/:attachmentId'>,
  ): Promise<void> {
    await this.contents.removeAttachment(actor, params.resourceId, params.attachmentId);
  }
}
