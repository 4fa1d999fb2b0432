import type { Config } from '@lectern/config';
import { openDatabase, UnitOfWork } from '@lectern/database';
import { newId } from '@lectern/kernel';
import {
  CueRow,
  libraryEntities,
  PartnerGifts,
  untouched,
  ResourceRepository,
  ResourceRow,
  SearchIndex,
  SearchReader,
  SearchWriter,
} from '@lectern/library';
import { type Corpus, EVERYWHERE, type Tongue } from './corpus';

export const RESOURCES = 41_000;
/** So many recordings have a whole lecture's cues, the rest of the 100,000 are spread over the others. */
const LECTURES = 500;
const CUES_OF_A_LECTURE = 150;
const OTHER_CUES = 25_000;
const AT_ONCE = 500;
const DAY = 86_400_000;

const licences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC0-1.0'] as const;
const institutions = Array.from({ length: 120 }, (_, index) => `Institution ${index}`);

/** Puts the made-up library into a database that a server has migrated, through the library's own index. */
export async function fill(config: Config['database'], ownerId: string, corpus: Corpus): Promise<number> {
  const source = await openDatabase(config, libraryEntities);
  const unitOfWork = new UnitOfWork(source, (error) => {
    throw error;
  });
  const resources = new ResourceRepository(source);
  // Only its writing half is used here.
  const index = new SearchIndex(
    resources,
    new SearchWriter(source),
    undefined as unknown as SearchReader,
    new PartnerGifts(),
  );
  let cues = 0;
  for (let start = 0; start < RESOURCES; start += AT_ONCE)
    await unitOfWork.run(async (tx) => {
      const rows: ResourceRow[] = [];
      const spoken: CueRow[] = [];
      for (let n = start; n < Math.min(start + AT_ONCE, RESOURCES); n += 1) {
        const tongue = corpus.tongue();
        const row = resource(n, ownerId, tongue, corpus);
        rows.push(row);
        spoken.push(...cuesOf(n, row.id, tongue, corpus));
      }
      cues += spoken.length;
      for (const some of chunks(rows)) await tx.manager.insert(ResourceRow, some);
      for (const some of chunks(spoken)) await tx.manager.insert(CueRow, some);
      for (const row of rows) await index.refresh(tx, row);
    });
  if (config.kind === 'postgres') await source.query('VACUUM ANALYZE');
  else await source.query('PRAGMA wal_checkpoint(TRUNCATE)');
  await source.destroy();
  return cues;
}

const chunks = <T>(items: T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / 100) }, (_, index) => items.slice(index * 100, (index + 1) * 100));

function resource(n: number, ownerId: string, tongue: Tongue, corpus: Corpus): ResourceRow {
  const published = new Date(Date.UTC(2019, 0, 1) + Math.floor((n / RESOURCES) * 2_800) * DAY + n).toISOString();
  const description = `${corpus.sentence(tongue, 24)}. ${EVERYWHERE}`;
  return {
    id: newId(),
    recordingId: newId(),
    webinarId: newId(),
    ownerId,
    kind: 'recording',
    status: 'published',
    title: corpus.sentence(tongue, 6),
    description,
    languages: [tongue.language],
    licence: corpus.zipf([...licences]),
    authors: [corpus.sentence(tongue, 2)],
    institutions: [corpus.zipf(institutions)],
    subjects: [],
    level: null,
    competencies: [],
    accessibility: [],
    translations: [],
    duration: 3_600,
    captions: [],
    channels: [],
    hasPoster: false,
    hasRenditions: false,
    link: null,
    chapters: [],
    files: [],
    offersSlides: false,
    notice: null,
    recordedAt: published,
    createdAt: published,
    publishedAt: published,
    updatedAt: published,
    ...untouched,
  };
}

function cuesOf(n: number, resourceId: string, tongue: Tongue, corpus: Corpus) {
  const every = Math.floor(RESOURCES / LECTURES);
  const isLecture = n % every === 0 && n / every < LECTURES;
  const others = RESOURCES - LECTURES;
  const count = isLecture ? CUES_OF_A_LECTURE : (n * OTHER_CUES) % others < OTHER_CUES ? 1 : 0;
  return Array.from({ length: count }, (_, position) => ({
    id: newId(),
    resourceId,
    position,
    start: position * 5,
    end: position * 5 + 4,
    speaker: 'Somebody',
    text: corpus.sentence(tongue, 10),
    language: tongue.language,
    interpreted: false,
  }));
}
