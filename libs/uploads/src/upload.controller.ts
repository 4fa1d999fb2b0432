import type { RestInput } from '@lectern/contracts';
import { uploadLimits } from '@lectern/contracts';
import { Input, Route, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { readCreation, readPatch, requireVersion, TUS_EXTENSIONS, TUS_VERSION } from './tus-headers';
import type { UploadRow } from './upload.entity';
import { UploadService } from './upload.service';

/** tus 1.0.0 → the service. */
@Controller()
export class UploadController {
  constructor(private readonly uploads: UploadService) {}

  @Route('OPTIONS /api/uploads')
  options(@Res({ passthrough: true }) response: Response): void {
    const largest = Math.max(...Object.values(uploadLimits));
    response.set({
      'Tus-Resumable': TUS_VERSION,
      'Tus-Version': TUS_VERSION,
      'Tus-Extension': TUS_EXTENSIONS,
      'Tus-Max-Size': String(largest),
    });
  }

  @Route('POST /api/uploads')
  async create(
    @SignedIn() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    begin(request, response);
    const { size, metadata } = readCreation(request.headers);
    const row = await this.uploads.create(actor, size, metadata);
    response.set({ Location: `/api/uploads/${row.id}`, ...expiry(row) });
  }

  @Route('HEAD /api/uploads/:uploadId')
  async state(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'HEAD /api/uploads/:uploadId'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    begin(request, response);
    const { row, offset } = await this.uploads.state(actor, params.uploadId);
    response.set({ 'Upload-Offset': String(offset), 'Upload-Length': String(row.size), ...expiry(row) });
  }

  @Route('PATCH /api/uploads/:uploadId')
  async append(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'PATCH /api/uploads/:uploadId'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    begin(request, response);
    const { offset, length } = readPatch(request.headers);
    const state = await this.uploads.append(actor, params.uploadId, offset, length, request);
    response.set({ 'Upload-Offset': String(state.offset), ...expiry(state.row) });
  }

  @Route('DELETE /api/uploads/:uploadId')
  async terminate(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'DELETE /api/uploads/:uploadId'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    begin(request, response);
    await this.uploads.terminate(actor, params.uploadId);
  }
}

/** What every answer carries; Tus-Version tells a client of another version what there is. */
function begin(request: Request, response: Response): void {
  response.set({ 'Tus-Resumable': TUS_VERSION, 'Tus-Version': TUS_VERSION, 'Cache-Control': 'no-store' });
  requireVersion(request.headers);
}

/** tus expiration: for as long as it is unfinished. */
function expiry({ completedAt, expiresAt }: UploadRow): Record<string, string> {
  return completedAt ? {} : { 'Upload-Expires': new Date(expiresAt).toUTCString() };
}
