import type { RestInput, RestResponse } from '@lectern/contracts';
import { Input, Route, sendFile, SignedIn } from '@lectern/http';
import type { Actor } from '@lectern/kernel';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { MaterialService } from './material.service';

/** Files are made by us under these endings; nothing else is ever served, and nothing that a browser would run. */
const types: Record<string, string> = { webp: 'image/webp', mp4: 'video/mp4', m4a: 'audio/mp4' };
const DAY = 86_400;

@Controller()
export class MaterialController {
  constructor(private readonly materials: MaterialService) {}

  @Route('GET /api/webinars/:webinarId/materials')
  async list(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/webinars/:webinarId/materials'>,
  ): Promise<RestResponse<'GET /api/webinars/:webinarId/materials'>> {
    return { materials: await this.materials.list(actor, params.webinarId) };
  }

  @Route('DELETE /api/materials/:materialId')
  async remove(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'DELETE /api/materials/:materialId'>,
  ): Promise<void> {
    await this.materials.remove(actor, params.materialId);
  }

  @Route('GET /api/materials/:materialId/files/:name')
  async file(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/materials/:materialId/files/:name'>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.materials.file(actor, params.materialId, params.name);
    const type = types[params.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    await sendFile(request, response, file, { type, maxAge: DAY, private: true });
  }

  @Route('GET /api/materials/:materialId/pages/:page')
  async text(
    @SignedIn() actor: Actor,
    @Input() { params }: RestInput<'GET /api/materials/:materialId/pages/:page'>,
  ): Promise<RestResponse<'GET /api/materials/:materialId/pages/:page'>> {
    return { text: await this.materials.text(actor, params.materialId, params.page) };
  }
}
