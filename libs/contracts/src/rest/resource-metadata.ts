import { z } from 'zod';
import { LanguageTag, line, text } from '../primitives';

/** Whom a resource is made for. */
export const EducationLevel = z.enum(['primary', 'secondary', 'vocational', 'higher', 'teacher-training', 'other']);
export type EducationLevel = z.infer<typeof EducationLevel>;

/**
 * Competencies of UNESCO's ICT Competency Framework for Teachers, version 3: three levels (knowledge acquisition,
 * deepening, creation) of six aspects (policy, curriculum and assessment, pedagogy, digital skills, organisation and
 * administration, professional learning).
 */
export const competencies = ['KA', 'KD', 'KC'].flatMap((level) =>
  [1, 2, 3, 4, 5, 6].map((aspect) => `${level}.${aspect}` as const),
) as `${'KA' | 'KD' | 'KC'}.${1 | 2 | 3 | 4 | 5 | 6}`[];
export const Competency = z.enum(competencies);

/** What is in the picture or the sound for who cannot see or hear; schema.org's words. Captions are known without asking. */
export const AccessibilityFeature = z.enum(['audioDescription', 'signLanguage', 'longDescription', 'largePrint']);
export type AccessibilityFeature = z.infer<typeof AccessibilityFeature>;

const MOST = 20;

/** What the library says of a resource so that others find it and may use it again. */
export const resourceMetadata = {
  /** Where the people come from, or who gave it. */
  institutions: z.array(line(160)).max(MOST),
  subjects: z.array(line(80)).max(MOST),
  level: EducationLevel.nullable(),
  competencies: z.array(Competency).max(competencies.length),
  accessibility: z.array(AccessibilityFeature).max(AccessibilityFeature.options.length),
  /** Title and abstract in further languages. */
  translations: z.array(z.object({ language: LanguageTag, title: line(160), description: text(10_000, 0) })).max(MOST),
};

export const ResourceMetadata = z.object(resourceMetadata).meta({ id: 'ResourceMetadata' });
export type ResourceMetadata = z.infer<typeof ResourceMetadata>;
