import type { EventPayload, Presentation, SessionSnapshot } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { type Attendance, Clock, forbidden, notFound, wrongState } from '@lectern/kernel';
import { mayReceive } from '@lectern/live';
import type { SnapshotPart } from '@lectern/realtime';
import { WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { mayMaterial } from './material.policy';
import { MaterialRepository } from './material.repository';
import { play, show, turn } from './presentation.machine';
import { PresentationRepository } from './presentation.repository';
import { PresentationTeller } from './presentation.teller';

type Shown = Presentation['shown'];

const nothing: Presentation = { seq: 0, shown: null };

/** What is shown to the whole room. */
@Injectable()
export class PresentationService implements SnapshotPart {
  constructor(
    private readonly presentations: PresentationRepository,
    private readonly materials: MaterialRepository,
    private readonly webinars: WebinarRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly teller: PresentationTeller,
    private readonly clock: Clock,
  ) {
    teller.parts.register(this);
    teller.events.on('doors-opened', ({ webinarId }) => void this.reveal(webinarId));
  }

  show(who: Attendance, { materialId, page = 1 }: EventPayload<'presentation:show'>): Promise<Presentation> {
    return this.change(who, async (_, tx) => {
      const material = await this.materials.get(materialId, tx.manager);
      if (material.webinarId !== who.webinarId) throw notFound('This file');
      if (material.status !== 'ready') throw wrongState('This is still being prepared: wait until it is ready.');
      return show(material, page, this.clock.instant());
    });
  }

  turn(who: Attendance, { materialId, page }: EventPayload<'presentation:turn'>): Promise<Presentation> {
    return this.change(who, (shown) => {
      if (shown?.kind !== 'deck' || shown.materialId !== materialId)
        throw wrongState('These slides are not shown any more.');
      const turned = turn(shown, page);
      if (!turned) throw notFound('This page');
      return turned;
    });
  }

  play(who: Attendance, { materialId, playing, position }: EventPayload<'presentation:play'>): Promise<Presentation> {
    return this.change(who, (shown) => {
      if (shown?.kind !== 'clip' || shown.materialId !== materialId)
        throw wrongState('This video is not shown any more.');
      return play(shown, playing, position, this.clock.instant());
    });
  }

  stop(who: Attendance): Promise<Presentation> {
    return this.change(who, () => null);
  }

  now(): { now: string } {
    return { now: this.clock.instant() };
  }

  /** One at a time: the webinar's lock orders what several presenters do at once. */
  private change(
    { webinarId, role }: Attendance,
    decide: (shown: Shown, tx: Transaction) => Shown | Promise<Shown>,
  ): Promise<Presentation> {
    if (!mayMaterial(role, 'present')) throw forbidden('Hosts and presenters show slides and videos.');
    return this.unitOfWork.run(async (tx) => {
      const { seq, status } = await this.webinars.advance(tx, webinarId);
      if (status === 'ended') throw wrongState('This webinar has ended.');
      const before = await this.presentations.get(webinarId, tx.manager);
      const presentation = { seq, shown: await decide(before.shown, tx) };
      await this.presentations.put(tx, webinarId, presentation);
      if (status === 'live') await this.noteReached(tx, presentation.shown);
      tx.afterCommit(() => this.teller.changed(webinarId, presentation));
      return presentation;
    });
  }

  /** From now on the audience may fetch it. */
  private async noteReached(tx: Transaction, shown: Shown): Promise<void> {
    if (shown) await this.materials.reach(tx, shown.materialId, shown.kind === 'deck' ? shown.page : 1);
  }

  /** The doors open: the audience sees what is shown. */
  private async reveal(webinarId: string): Promise<void> {
    const presentation = await this.presentations.get(webinarId);
    if (!presentation.shown) return;
    await this.unitOfWork.run((tx) => this.noteReached(tx, presentation.shown));
    this.teller.reveal(webinarId, presentation);
  }

  async snapshot({ webinarId, role }: Attendance): Promise<Partial<SessionSnapshot>> {
    const status = this.teller.statusOf(webinarId);
    if (!status || !mayReceive(role, status)) return { presentation: nothing };
    return { presentation: await this.presentations.get(webinarId) };
  }
}
