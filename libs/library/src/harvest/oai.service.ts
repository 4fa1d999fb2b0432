import { CONFIG, type Config } from '@lectern/config';
import { Id } from '@lectern/contracts';
import { Clock } from '@lectern/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { describeResource } from '../metadata/description';
import { toDublinCore } from '../metadata/dublin-core';
import { toLom } from '../metadata/lom';
import { xml, type Xml, xmlDocument } from '../metadata/xml';
import type { ResourceRow } from '../resource.entities';
import { PartnerRepository } from '../partners/partner.repository';
import { partnersOf } from '../partners/partner.slug';
import { ResourceRepository } from '../resource.repository';
import { HarvestRepository } from './harvest.repository';
import { type ListQuery, OaiError, type OaiFormat, type OaiRequest, parseOai, writeToken } from './oai-arguments';

const PAGE = 100;
const LANGUAGE = 'language:';
const INSTITUTION = 'institution:';

const formats: Record<OaiFormat, { schema: string; namespace: string }> = {
  oai_dc: {
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  },
  lom: { schema: 'http://ltsc.ieee.org/xsd/lomv1.0/lom.xsd', namespace: 'http://ltsc.ieee.org/xsd/LOM' },
};

/**
 * The published resources for harvesters: OAI-PMH 2.0. What was published once and taken back stays known as deleted,
 * for ever. A set for each language that is spoken, and for each institution.
 */
@Injectable()
export class OaiService {
  private readonly base: string;

  constructor(
    private readonly resources: ResourceRepository,
    private readonly harvest: HarvestRepository,
    private readonly partners: PartnerRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.base = `${config.publicUrl}/oai`;
  }

  /** @param values the arguments as they came @returns the document, also of an error */
  async answer(values: Record<string, unknown>): Promise<string> {
    try {
      const request = parseOai(values);
      const content = await this.content(request);
      const echoed = Object.entries(values).map(([name, value]) => [name, String(value)] as const);
      return this.document(
        xml`<request${echoed.map(([name, value]) => xml` ${name}="${value}"`)}>${this.base}</request>`,
        xml`<${request.verb}>\n${content}</${request.verb}>`,
      );
    } catch (error) {
      if (!(error instanceof OaiError)) throw error;
      return this.document(
        xml`<request>${this.base}</request>`,
        xml`<error code="${error.code}">${error.message}</error>`,
      );
    }
  }

  private document(request: Xml, content: Xml): string {
    return xmlDocument(xml`<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>${toSecond(this.clock.instant())}</responseDate>
${request}
${content}
</OAI-PMH>`);
  }

  private content(request: OaiRequest): Promise<Xml> | Xml {
    switch (request.verb) {
      case 'Identify':
        return this.identify();
      case 'ListMetadataFormats':
        return this.listFormats(request.identifier);
      case 'ListSets':
        return this.listSets();
      case 'GetRecord':
        return this.getRecord(request.identifier, request.format);
      case 'ListIdentifiers':
        return this.list(request.query, (row) => this.header(row));
      case 'ListRecords':
        return this.list(request.query, (row) => this.record(row, request.query.format));
    }
  }

  private async identify(): Promise<Xml> {
    const { host } = new URL(this.config.publicUrl);
    const earliest = (await this.harvest.earliestChange()) ?? this.clock.instant();
    return xml`<repositoryName>Lectern, ${host}</repositoryName>
<baseURL>${this.base}</baseURL>
<protocolVersion>2.0</protocolVersion>
<adminEmail>${this.config.contact}</adminEmail>
<earliestDatestamp>${toSecond(earliest)}</earliestDatestamp>
<deletedRecord>persistent</deletedRecord>
<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>
`;
  }

  private async listFormats(identifier?: string): Promise<Xml> {
    if (identifier !== undefined) await this.find(identifier);
    const all = Object.entries(formats);
    return xml`${all.map(
      ([prefix, { schema, namespace }]) =>
        xml`<metadataFormat><metadataPrefix>${prefix}</metadataPrefix><schema>${schema}</schema><metadataNamespace>${namespace}</metadataNamespace></metadataFormat>\n`,
    )}`;
  }

  private async listSets(): Promise<Xml> {
    const languages = await this.harvest.languages();
    const names = new Intl.DisplayNames(['en'], { type: 'language' });
    const sets = languages.map(
      (tag) => xml`<set><setSpec>${LANGUAGE}${tag}</setSpec><setName>In ${names.of(tag) ?? tag}</setName></set>\n`,
    );
    const partners = (await this.partners.all()).map(
      ({ slug, name }) => xml`<set><setSpec>${INSTITUTION}${slug}</setSpec><setName>${name}</setName></set>\n`,
    );
    return xml`<set><setSpec>language</setSpec><setName>By language</setName></set>\n${sets}${partners}`;
  }

  private async getRecord(identifier: string, format: OaiFormat): Promise<Xml> {
    return this.record(await this.find(identifier), format);
  }

  private async list(query: ListQuery, show: (row: ResourceRow) => Xml): Promise<Xml> {
    const { from, until, after } = query;
    const rows = await this.harvest.changed({ from, until, after, ...setOf(query.set), limit: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    if (!last) throw new OaiError('noRecordsMatch', 'No record matches.');
    const next = rows.length > PAGE ? writeToken({ ...query, after: { at: last.updatedAt, id: last.id } }) : '';
    // The last part of a list that came in parts has an empty token.
    const token = next || after ? xml`<resumptionToken>${next}</resumptionToken>\n` : null;
    return xml`${shown.map(show)}${token}`;
  }

  private record(row: ResourceRow, format: OaiFormat): Xml {
    if (row.status !== 'published') return xml`<record>${this.header(row)}</record>\n`;
    const description = describeResource(row, this.config.publicUrl);
    const metadata = format === 'lom' ? toLom(description) : toDublinCore(description);
    return xml`<record>${this.header(row)}<metadata>${metadata}</metadata></record>\n`;
  }

  private header(row: ResourceRow): Xml {
    return xml`<header${row.status === 'published' ? null : xml` status="deleted"`}>
<identifier>${this.identifier(row.id)}</identifier>
<datestamp>${toSecond(row.updatedAt)}</datestamp>
${row.languages.map((language) => xml`<setSpec>${LANGUAGE}${language}</setSpec>\n`)}${partnersOf(row).map(({ slug }) => xml`<setSpec>${INSTITUTION}${slug}</setSpec>\n`)}</header>
`;
  }

  private identifier(id: string): string {
    return `oai:${new URL(this.config.publicUrl).hostname}:${id}`;
  }

  private async find(identifier: string): Promise<ResourceRow> {
    const id = Id.safeParse(identifier.split(':').at(-1));
    const row = id.success && identifier === this.identifier(id.data) ? await this.resources.find(id.data) : null;
    if (!row?.publishedAt) throw new OaiError('idDoesNotExist', 'There is no such record.');
    return row;
  }
}

/** @returns nothing for all @throws OaiError for a set that cannot be */
function setOf(set: string | undefined): { language?: string; partner?: string } {
  if (set === undefined || set === 'language') return {};
  if (/^language:[A-Za-z0-9-]{2,35}$/.test(set)) return { language: set.slice(LANGUAGE.length) };
  if (/^institution:[a-z0-9-]{1,100}$/.test(set)) return { partner: set.slice(INSTITUTION.length) };
  throw new OaiError('noRecordsMatch', 'There is no such set.');
}

const toSecond = (instant: string) => instant.replace(/\.\d+Z$/, 'Z');
