import type { Material } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { type Actor, Clock, forbidden, notFound, wrongState } from '@lectern/kernel';
import type { StoredFile } from '@lectern/storage';
import { ParticipantRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import type { MaterialRow } from './material.entity';
import { MaterialFiles } from './material-files';
import { mayMaterial, maySeePage } from './material.policy';
import { MaterialRepository, toMaterial } from './material.repository';
import { PresentationRepository } from './presentation.repository';

/** The files of a webinar: listing, fetching, deleting. */
@Injectable()
export class MaterialService {
  constructor(
    private readonly materials: MaterialRepository,
    private readonly presentations: PresentationRepository,
    private readonly participants: ParticipantRepository,
    private readonly files: MaterialFiles,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, webinarId: string): Promise<Material[]> {
    const role = await this.roleOf(actor, webinarId);
    if (!mayMaterial(role, 'list')) throw forbidden('Hosts and presenters see the slides and videos.');
    return (await this.materials.ofWebinar(webinarId)).map(toMaterial);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const { webinarId, accountId } = await this.materials.get(id);
    const role = await this.roleOf(actor, webinarId);
    const action = accountId === actor.userId ? 'delete-own' : 'delete-any';
    if (!mayMaterial(role, action)) throw forbidden('Hosts delete any file, presenters their own.');
    const row = await this.unitOfWork.run(async (tx) => {
      const current = await this.materials.get(id, tx.manager);
      const { shown } = await this.presentations.get(webinarId, tx.manager);
      if (shown?.materialId === id) throw wrongState('This is being shown: stop showing it, then delete it.');
      await this.materials.update(tx, id, { deletedAt: this.clock.instant() });
      return current;
    });
    await this.removeFiles(row);
  }

  /** What the audience has seen is in recordings, which may be processed again. */
  private async removeFiles({ id, reached }: MaterialRow): Promise<void> {
    await this.files.removeUploaded(id);
    if (reached === 0) await this.files.removeAll(id);
  }

  /** @returns null when it is not there (yet) */
  async file(actor: Actor, id: string, name: string): Promise<StoredFile | null> {
    await this.authoriseView(actor, id, Number(/^page-(\d+)/.exec(name)?.[1] ?? 1));
    return this.files.open(id, name);
  }

  async text(actor: Actor, id: string, page: number): Promise<string> {
    await this.authoriseView(actor, id, page);
    return this.materials.text(id, page);
  }

  private async authoriseView(actor: Actor, id: string, page: number): Promise<void> {
    const { webinarId, reached } = await this.materials.get(id);
    const role = await this.participants.roleOf(webinarId, actor.userId);
    // For who may not see it, it does not exist.
    if (role === null || !maySeePage(role, page, reached)) throw notFound('This file');
  }

  private async roleOf(actor: Actor, webinarId: string) {
    const role = await this.participants.roleOf(webinarId, actor.userId);
    if (role === null) throw notFound('This webinar');
    return role;
  }
}
