import type { ResourceRow } from '../src/resource.entities';

/** A published recording, with names that try to break out. */
export function resourceRow(change: Partial<ResourceRow> = {}): ResourceRow {
  return {
    id: '0198c0de-0000-7000-8000-000000000001',
    recordingId: '0198c0de-0000-7000-8000-000000000002',
    webinarId: '0198c0de-0000-7000-8000-000000000003',
    ownerId: '0198c0de-0000-7000-8000-000000000004',
    kind: 'recording',
    status: 'published',
    title: 'Solar <power> & "light"',
    description: 'How a school gets light.\u0000',
    languages: ['en', 'fr'],
    licence: 'CC-BY-SA-4.0',
    authors: ['Amina; Host', 'Sok Dara'],
    institutions: ['University of Battambang'],
    subjects: ['energy'],
    level: 'secondary',
    competencies: ['KA.3'],
    accessibility: ['signLanguage'],
    translations: [{ language: 'ar', title: 'الطاقة الشمسية', description: '' }],
    duration: 3754.2,
    captions: ['en'],
    hasPoster: true,
    hasRenditions: true,
    chapters: [],
    files: [],
    offersSlides: false,
    link: null,
    notice: null,
    recordedAt: '2026-11-20T09:00:00.000Z',
    createdAt: '2026-11-20T11:00:00.000Z',
    publishedAt: '2026-11-21T08:00:00.000Z',
    updatedAt: '2026-11-22T08:00:00.500Z',
    ...change,
  };
}
