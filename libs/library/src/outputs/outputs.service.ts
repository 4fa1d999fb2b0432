import { CONFIG, type Config } from '@lectern/config';
import type { Actor } from '@lectern/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { assertMay } from '../resource.policy';
import { ResourceRepository } from '../resource.repository';
import type { TextFile } from '../transcript/transcript-files';
import { madeFile } from './made-files';

/** Files that are made of a resource's chapters and questions when they are asked for. */
@Injectable()
export class OutputsService {
  constructor(
    private readonly resources: ResourceRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns null when this is no such file */
  async file(actor: Actor | null, resourceId: string, name: string): Promise<TextFile | null> {
    const row = await this.resources.get(resourceId);
    assertMay(actor, 'view', row);
    const make = madeFile(row, name, this.config.publicUrl);
    return make && make(await this.resources.questions(resourceId));
  }
}
