const file = (materialId: string, name: string) => `/api/materials/${materialId}/files/${name}`;

/** The image of a page: large, or at most 60 kB. */
export const pageUrl = (materialId: string, page: number, small: boolean): string =>
  file(materialId, `page-${page}${small ? '-small' : ''}.webp`);

/** A video, or its sound alone at 64 or at 32 kbit/s. */
export const clipUrl = (materialId: string, mode: 'full' | 'saver' | 'audio'): string =>
  file(materialId, { full: 'clip.mp4', saver: 'clip.m4a', audio: 'clip-small.m4a' }[mode]);
