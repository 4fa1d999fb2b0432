import type { PartnerDetail, RestInput, RestResponse } from '@lectern/contracts';
import { UnitOfWork } from '@lectern/database';
import { maySite } from '@lectern/identity';
import { type Actor, forbidden, notFound } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { toResource } from '../resource.view';
import type { PartnerRow } from './partner.entities';
import { PartnerRepository } from './partner.repository';

/** Institutions, each with what it gave. */
@Injectable()
export class PartnerService {
  constructor(
    private readonly partners: PartnerRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list({ query }: RestInput<'GET /api/partners'>): Promise<RestResponse<'GET /api/partners'>> {
    const found = await this.partners.list(query.after ?? '', query.limit + 1);
    const partners = found.slice(0, query.limit);
    return { partners, next: found.length > partners.length ? partners.at(-1)!.slug : null };
  }

  async show(actor: Actor | null, slug: string): Promise<PartnerDetail> {
    const { name, description, country, website } = await this.find(slug);
    const [summary, names, languages, series] = await Promise.all([
      this.partners.summary(slug),
      this.partners.names(slug),
      this.partners.languages(slug),
      this.partners.series(slug),
    ]);
    const resources = summary.kinds.reduce((sum, { count }) => sum + count, 0);
    const mayEdit = mayDescribe(actor);
    // Of whom nothing is public any more, nothing is said in public.
    if (resources === 0 && !mayEdit) throw notFound('This institution');
    const said = { slug, name, description, country, website };
    return { ...said, ...summary, resources, names, languages, series: series.map(toResource), mayEdit };
  }

  async describe(actor: Actor, { params, body }: RestInput<'PUT /api/partners/:slug'>): Promise<void> {
    if (!mayDescribe(actor)) throw forbidden('Only librarians say who an institution is.');
    await this.find(params.slug);
    await this.unitOfWork.run((tx) => this.partners.update(tx, params.slug, body));
  }

  private async find(slug: string): Promise<PartnerRow> {
    const row = await this.partners.find(slug);
    if (!row) throw notFound('This institution');
    return row;
  }
}

const mayDescribe = (actor: Actor | null): boolean => actor !== null && maySite(actor.siteRole, 'library:review');
