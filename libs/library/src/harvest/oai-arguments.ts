import { Id, Instant } from '@lectern/contracts';
import { z } from 'zod';

/** Errors of OAI-PMH 2.0, section 3.6. */
export type OaiErrorCode =
  'badArgument' | 'badResumptionToken' | 'badVerb' | 'cannotDisseminateFormat' | 'idDoesNotExist' | 'noRecordsMatch';

export class OaiError extends Error {
  constructor(
    readonly code: OaiErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export const oaiFormats = ['oai_dc', 'lom'] as const;
export type OaiFormat = (typeof oaiFormats)[number];

/** What a list is asked for; a resumption token is one of these, with the place to go on from. */
const ListQuery = z.object({
  format: z.enum(oaiFormats),
  from: Instant.optional(),
  until: Instant.optional(),
  set: z.string().max(120).optional(),
  after: z.object({ at: Instant, id: Id }).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

export type OaiRequest =
  | { verb: 'Identify' | 'ListSets' }
  | { verb: 'ListMetadataFormats'; identifier?: string }
  | { verb: 'GetRecord'; identifier: string; format: OaiFormat }
  | { verb: 'ListIdentifiers' | 'ListRecords'; query: ListQuery };

const list = { needs: ['metadataPrefix'], may: ['from', 'until', 'set'], resumable: true };
const verbs: Record<OaiRequest['verb'], { needs: string[]; may: string[]; resumable: boolean }> = {
  Identify: { needs: [], may: [], resumable: false },
  ListMetadataFormats: { needs: [], may: ['identifier'], resumable: false },
  ListSets: { needs: [], may: [], resumable: true },
  GetRecord: { needs: ['identifier', 'metadataPrefix'], may: [], resumable: false },
  ListIdentifiers: list,
  ListRecords: list,
};

/**
 * Reads the arguments of a request as strictly as the protocol wants: none may be missing, unknown or repeated.
 * @throws OaiError
 */
export function parseOai(values: Record<string, unknown>): OaiRequest {
  const { verb, ...rest } = values;
  if (typeof verb !== 'string' || !Object.hasOwn(verbs, verb))
    throw new OaiError('badVerb', 'The verb is missing, repeated or not one of OAI-PMH 2.0.');
  const name = verb as OaiRequest['verb'];
  const given = readArguments(name, rest);
  if (name === 'Identify') return { verb: name };
  if (name === 'ListSets') {
    if (given.resumptionToken) throw badToken();
    return { verb: name };
  }
  if (name === 'ListMetadataFormats') return { verb: name, identifier: given.identifier };
  if (name === 'GetRecord')
    return { verb: name, identifier: given.identifier!, format: formatOf(given.metadataPrefix!) };
  return { verb: name, query: given.resumptionToken ? readToken(given.resumptionToken) : listQuery(given) };
}

function readArguments(verb: OaiRequest['verb'], values: Record<string, unknown>): Record<string, string> {
  const { needs, may, resumable } = verbs[verb];
  const entries = Object.entries(values);
  const repeated = entries.find(([, value]) => typeof value !== 'string');
  if (repeated) throw new OaiError('badArgument', `The argument "${repeated[0]}" is repeated.`);
  const given = Object.fromEntries(entries) as Record<string, string>;
  const isResumed = resumable && given.resumptionToken !== undefined;
  const known = isResumed ? ['resumptionToken'] : [...needs, ...may];
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new OaiError('badArgument', `The argument "${unknown}" does not belong here.`);
  const missing = isResumed ? undefined : needs.find((key) => !given[key]);
  if (missing) throw new OaiError('badArgument', `The argument "${missing}" is missing.`);
  return given;
}

function formatOf(prefix: string): OaiFormat {
  const format = oaiFormats.find((name) => name === prefix);
  if (!format) throw new OaiError('cannotDisseminateFormat', `There is ${oaiFormats.join(' and ')}.`);
  return format;
}

function listQuery({ metadataPrefix, from, until, set }: Record<string, string>): ListQuery {
  const format = formatOf(metadataPrefix!);
  if (from && until && from.length !== until.length)
    throw new OaiError('badArgument', 'The arguments "from" and "until" differ in granularity.');
  const query = {
    format,
    set,
    from: from && momentOf('from', from, 'T00:00:00.000Z', '.000Z'),
    until: until && momentOf('until', until, 'T23:59:59.999Z', '.999Z'),
  };
  if (query.from && query.until && query.from > query.until)
    throw new OaiError('badArgument', 'The argument "from" lies after "until".');
  return query;
}

/** A day, or a second, in UTC. */
function momentOf(name: string, text: string, day: string, second: string): string {
  const whole = /^\d{4}-\d\d-\d\d$/.test(text) ? text + day : text.replace(/(T\d\d:\d\d:\d\d)Z$/, `$1${second}`);
  if (!Instant.safeParse(whole).success)
    throw new OaiError(
      'badArgument',
      `The argument "${name}" is no UTC date, like 2026-11-22 or 2026-11-22T09:30:00Z.`,
    );
  return whole;
}

/** Nothing is kept at the server for it, so a token never expires. */
export const writeToken = (query: ListQuery): string => Buffer.from(JSON.stringify(query)).toString('base64url');

function readToken(token: string): ListQuery {
  try {
    return ListQuery.parse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')));
  } catch {
    throw badToken();
  }
}

const badToken = () => new OaiError('badResumptionToken', 'This resumption token is not one of ours: begin anew.');
