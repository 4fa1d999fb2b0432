import { type ListQuery, OaiError, type OaiErrorCode, parseOai, writeToken } from './oai-arguments';

const list = { verb: 'ListRecords', metadataPrefix: 'oai_dc' };
const query: ListQuery = {
  format: 'lom',
  from: '2026-11-01T00:00:00.000Z',
  after: { at: '2026-11-22T08:00:00.500Z', id: '0198c0de-0000-7000-8000-000000000001' },
};

describe('arguments of OAI-PMH', () => {
  it.each<[Record<string, unknown>, object]>([
    [{ verb: 'Identify' }, { verb: 'Identify' }],
    [
      { verb: 'ListMetadataFormats', identifier: 'x' },
      { verb: 'ListMetadataFormats', identifier: 'x' },
    ],
    [
      { verb: 'GetRecord', identifier: 'x', metadataPrefix: 'lom' },
      { verb: 'GetRecord', identifier: 'x', format: 'lom' },
    ],
    [
      { ...list, from: '2026-11-01', until: '2026-11-02', set: 'language:fr' },
      {
        verb: 'ListRecords',
        query: {
          format: 'oai_dc',
          set: 'language:fr',
          from: '2026-11-01T00:00:00.000Z',
          until: '2026-11-02T23:59:59.999Z',
        },
      },
    ],
    [
      { ...list, until: '2026-11-02T10:00:00Z' },
      { verb: 'ListRecords', query: { format: 'oai_dc', until: '2026-11-02T10:00:00.999Z' } },
    ],
    [
      { verb: 'ListIdentifiers', resumptionToken: writeToken(query) },
      { verb: 'ListIdentifiers', query },
    ],
  ])('reads %j', (values, expected) => expect(parseOai(values)).toEqual(expected));

  it.each<[Record<string, unknown>, OaiErrorCode]>([
    [{}, 'badVerb'],
    [{ verb: 'constructor' }, 'badVerb'],
    [{ verb: ['Identify', 'Identify'] }, 'badVerb'],
    [{ verb: 'Identify', set: 'x' }, 'badArgument'],
    [{ verb: 'ListRecords' }, 'badArgument'],
    [{ ...list, from: ['2026-11-01', '2026-11-02'] }, 'badArgument'],
    [{ ...list, from: '2026-13-01' }, 'badArgument'],
    [{ ...list, from: 'yesterday' }, 'badArgument'],
    [{ ...list, from: '2026-11-03', until: '2026-11-02' }, 'badArgument'],
    [{ ...list, from: '2026-11-01', until: '2026-11-02T00:00:00Z' }, 'badArgument'],
    [{ ...list, resumptionToken: writeToken(query) }, 'badArgument'],
    [{ ...list, metadataPrefix: 'marc21' }, 'cannotDisseminateFormat'],
    [{ verb: 'ListRecords', resumptionToken: 'x' }, 'badResumptionToken'],
    [{ verb: 'ListRecords', resumptionToken: writeToken({ ...query, from: 'x' }) }, 'badResumptionToken'],
    [{ verb: 'ListSets', resumptionToken: 'x' }, 'badResumptionToken'],
    [{ verb: 'GetRecord', metadataPrefix: 'oai_dc' }, 'badArgument'],
  ])('refuses %j: %s', (values, code) => {
    expect(codeOf(values)).toBe(code);
  });
});

function codeOf(values: Record<string, unknown>): OaiErrorCode | undefined {
  try {
    parseOai(values);
    return undefined;
  } catch (error) {
    if (error instanceof OaiError) return error.code;
    throw error;
  }
}
