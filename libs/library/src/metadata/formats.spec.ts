import { DOMParser } from '@xmldom/xmldom';
import { licences } from '@lectern/contracts';
import { resourceRow } from '../../testing/row';
import { describeResource, isoDuration } from './description';
import { toDublinCore } from './dublin-core';
import { licenceName, licenceUrl } from './licence';
import { toLom } from './lom';
import { toSchemaOrg } from './schema-org';
import type { Xml } from './xml';

const site = 'https://learn.example.org';
const description = describeResource(resourceRow(), site);
const url = `${site}/library/${description.row.id}`;

/** Texts of all elements of a name. */
function texts(piece: Xml, name: string): string[] {
  const document = new DOMParser().parseFromString(String(piece), 'text/xml');
  return [...document.getElementsByTagName(name)].map((element) => element.textContent!.trim());
}

describe('metadata', () => {
  it('credits with title, author, source and licence', () => {
    expect(description.attribution).toBe(
      `“Solar <power> & "light"” by Amina; Host, Sok Dara, University of Battambang, ${url}, licensed under ` +
        'CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)',
    );
  });

  it('is schema.org', () => {
    expect(toSchemaOrg(description)).toMatchObject({
      '@type': ['LearningResource', 'VideoObject'],
      '@id': url,
      alternateName: [{ '@language': 'ar', '@value': 'الطاقة الشمسية' }],
      inLanguage: ['en', 'fr'],
      creator: [
        { '@type': 'Person', name: 'Amina; Host' },
        { '@type': 'Person', name: 'Sok Dara' },
      ],
      teaches: [{ termCode: 'KA.3' }],
      license: 'https://creativecommons.org/licenses/by-sa/4.0/',
      accessibilityFeature: ['captions', 'transcript', 'signLanguage'],
      duration: 'PT1H2M34S',
      contentUrl: `${site}/api/resources/${description.row.id}/files/video.mp4`,
      uploadDate: '2026-11-21T08:00:00.000Z',
    });
  });

  it('offers chapters as clips of the video', () => {
    const chapters = [
      { at: 0, title: 'Start', kind: 'start' as const },
      { at: 61.5, title: 'Cells', kind: 'agenda' as const },
    ];
    const { hasPart } = toSchemaOrg(describeResource(resourceRow({ chapters }), site));
    expect(hasPart).toEqual([
      { '@type': 'Clip', name: 'Start', startOffset: 0, endOffset: 61, url: `${url}?t=0` },
      { '@type': 'Clip', name: 'Cells', startOffset: 61, endOffset: 3754, url: `${url}?t=61` },
    ]);
  });

  it('names the languages of interpreters, and their sound', () => {
    const interpreted = describeResource(resourceRow({ channels: ['fr', 'km'] }), site);
    const contentUrl = `${site}/api/resources/${interpreted.row.id}/files/audio.km.m4a`;
    const { inLanguage, associatedMedia } = toSchemaOrg(interpreted);
    expect(inLanguage).toEqual(['en', 'fr', 'km']);
    expect((associatedMedia as object[])[1]).toEqual({
      '@type': 'AudioObject',
      ...{ inLanguage: 'km', contentUrl, encodingFormat: 'audio/mp4' },
    });
    expect(texts(toDublinCore(interpreted), 'dc:language')).toEqual(['en', 'fr', 'km']);
    expect(texts(toLom(interpreted), 'language')).toEqual(['en', 'fr', 'km']);
  });

  it('says nothing of what is not known', () => {
    const bare = resourceRow({ authors: [], hasPoster: false, level: null, translations: [] });
    const keys = Object.keys(toSchemaOrg(describeResource(bare, site)));
    for (const key of ['creator', 'thumbnailUrl', 'educationalLevel', 'alternateName', 'associatedMedia'])
      expect(keys).not.toContain(key);
  });

  it('is Dublin Core', () => {
    const piece = toDublinCore(description);
    expect(texts(piece, 'dc:title')).toEqual(['Solar <power> & "light"', 'الطاقة الشمسية']);
    expect(texts(piece, 'dc:creator')).toEqual(['Amina; Host', 'Sok Dara']);
    expect(texts(piece, 'dc:subject')).toEqual(['energy', 'ICT-CFT KA.3']);
    expect(texts(piece, 'dc:description')).toEqual(['How a school gets light.']);
    expect(texts(piece, 'dc:publisher')).toEqual(['University of Battambang']);
    expect(texts(piece, 'dc:language')).toEqual(['en', 'fr']);
    expect(texts(piece, 'dc:date')).toEqual(['2026-11-20']);
    expect(texts(piece, 'dc:identifier')).toEqual([url]);
    expect(texts(piece, 'dc:rights')[0]).toBe('https://creativecommons.org/licenses/by-sa/4.0/');
  });

  it('is LOM, with names in vCards', () => {
    const piece = toLom(description);
    expect(texts(piece, 'entry')).toEqual([url]);
    expect(texts(piece, 'entity')[0]).toBe('BEGIN:VCARD\nVERSION:3.0\nN:Amina\\; Host\nFN:Amina\\; Host\nEND:VCARD');
    expect(texts(piece, 'context')).toEqual(['LOMv1.0school']);
    expect(texts(piece, 'id')).toEqual(['KA.3']);
    expect(texts(piece, 'keyword')).toEqual(['energy']);
  });

  it.each([
    [0, 'PT0S'],
    [59.6, 'PT1M'],
    [3600, 'PT1H'],
    [3661, 'PT1H1M1S'],
  ])('writes %d s as %s', (seconds, text) => expect(isoDuration(seconds)).toBe(text));

  it.each(licences.map((id) => [id]))('knows the licence %s', (id) => {
    expect(licenceName(id)).toMatch(/^CC0? ?(BY(-NC)?(-SA|-ND)? 4\.0|1\.0)$/);
    expect(licenceUrl(id)).toMatch(
      /^https:\/\/creativecommons\.org\/(licenses\/by(-nc)?(-sa|-nd)?\/4\.0|publicdomain\/zero\/1\.0)\/$/,
    );
  });
});
