import { type Description, isoDuration } from './description';
import { kindNames } from './kinds';

export const FRAMEWORK = 'UNESCO ICT Competency Framework for Teachers, version 3';

/** schema.org's `LearningResource` and `VideoObject` as JSON-LD: what search engines and repositories read. */
export function toSchemaOrg(description: Description): Record<string, unknown> {
  const { row, url, videoUrl, posterUrl, languages, channels, licence } = description;
  const { attribution, texts, accessibility, partners } = description;
  return without({
    '@context': 'https://schema.org',
    '@type': ['LearningResource', kindNames[row.kind].schemaOrg],
    '@id': url,
    url,
    name: row.title,
    alternateName: texts.slice(1).map(({ language, title }) => ({ '@language': language, '@value': title })),
    // Search engines want a description; the title is better than none.
    description: row.description || row.title,
    inLanguage: languages,
    creator: row.authors.map((name) => ({ '@type': 'Person', name })),
    sourceOrganization: partners.map(({ name, url }) => ({ '@type': 'Organization', '@id': url, name })),
    keywords: row.subjects,
    educationalLevel: row.level,
    learningResourceType: kindNames[row.kind].schemaUse,
    teaches: row.competencies.map((code) => ({
      '@type': 'DefinedTerm',
      termCode: code,
      name: code,
      inDefinedTermSet: FRAMEWORK,
    })),
    version: String(row.version),
    license: licence.url,
    creditText: attribution,
    isAccessibleForFree: true,
    accessMode: videoUrl ? ['auditory', 'visual'] : [],
    accessibilityFeature: accessibility,
    duration: videoUrl && isoDuration(row.duration),
    contentUrl: videoUrl,
    encodingFormat: videoUrl && 'video/mp4',
    associatedMedia: channels.map(({ language, url: contentUrl }) => ({
      '@type': 'AudioObject',
      ...{ inLanguage: language, contentUrl, encodingFormat: 'audio/mp4' },
    })),
    // What a link describes stands elsewhere.
    mainEntity: row.link && { '@type': 'WebPage', url: row.link },
    hasPart: clips(description),
    thumbnailUrl: posterUrl,
    dateCreated: row.recordedAt,
    uploadDate: row.publishedAt,
    datePublished: row.publishedAt,
    dateModified: row.updatedAt,
  });
}

/** The chapters, as search engines offer them under a video. */
const clips = ({ row: { chapters, duration }, url }: Description) =>
  chapters.map(({ at, title }, i) => ({
    '@type': 'Clip',
    name: title,
    startOffset: Math.floor(at),
    endOffset: Math.floor(chapters[i + 1]?.at ?? duration),
    url: `${url}?t=${Math.floor(at)}`,
  }));

/** Without what is not known. */
function without(values: Record<string, unknown>): Record<string, unknown> {
  const isKnown = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isKnown(value)));
}
