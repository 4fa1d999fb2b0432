import { z } from 'zod';
import { Id } from '../primitives';
import { endpoint } from './endpoint';

/** What may be uploaded; each kind has its own size limit, rights and checks. */
export const UploadKind = z.enum(['deck', 'clip', 'attachment']);
export type UploadKind = z.infer<typeof UploadKind>;

/** Bytes. */
export const uploadLimits: Record<UploadKind, number> = {
  deck: 100_000_000,
  clip: 2_000_000_000,
  attachment: 200_000_000,
};

/** The header `Upload-Metadata` of a creation, decoded. */
export const UploadMetadata = z.object({
  kind: UploadKind,
  /** What it belongs to; of decks and clips, the webinar; of attachments, the resource. */
  target: Id,
  filename: z
    .string()
    .max(1000)
    .transform((name) => name.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim())
    .pipe(z.string().min(1).max(200)),
});
export type UploadMetadata = z.infer<typeof UploadMetadata>;

const UploadParams = z.object({ uploadId: Id });

/** Resumable uploads by the tus protocol 1.0.0 (https://tus.io) with creation, termination and expiration. */
export const uploadEndpoints = {
  'OPTIONS /api/uploads': endpoint({
    summary: "tus: what this server can do (in the answer's headers).",
    access: 'public',
    status: 204,
  }),
  'POST /api/uploads': endpoint({
    summary: 'tus: begin an upload of Upload-Length bytes; Upload-Metadata holds kind, target and filename.',
    access: 'session',
    status: 201,
  }),
  'HEAD /api/uploads/:uploadId': endpoint({
    summary: 'tus: how much has arrived (Upload-Offset).',
    access: 'session',
    params: UploadParams,
    status: 200,
  }),
  'PATCH /api/uploads/:uploadId': endpoint({
    summary: 'tus: the next bytes, from Upload-Offset on; what arrives is kept when the line is cut.',
    access: 'session',
    params: UploadParams,
    status: 204,
  }),
  'DELETE /api/uploads/:uploadId': endpoint({
    summary: 'tus: give an unfinished upload up.',
    access: 'session',
    params: UploadParams,
    status: 204,
  }),
} as const;
