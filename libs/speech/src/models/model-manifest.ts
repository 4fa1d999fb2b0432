import { z } from 'zod';

/**
 * How a model is built, which decides how it is loaded:
 * whole recordings are for `whisper`, `transducer` (Parakeet-TDT and others) and `sense-voice`; `streaming-transducer`
 * (zipformer) also follows people while they speak; `vad` finds where speech is; `vosk` is a folder for libvosk.
 */
export const ModelKind = z.enum(['whisper', 'transducer', 'sense-voice', 'streaming-transducer', 'vad', 'vosk']);
export type ModelKind = z.infer<typeof ModelKind>;

/** The roles that files play for each kind. */
export const modelRoles: Record<ModelKind, readonly string[]> = {
  whisper: ['encoder', 'decoder', 'tokens'],
  transducer: ['encoder', 'decoder', 'joiner', 'tokens'],
  'sense-voice': ['model', 'tokens'],
  'streaming-transducer': ['encoder', 'decoder', 'joiner', 'tokens'],
  vad: ['model'],
  vosk: [],
};

/** A path inside the model's folder: nothing may point out of it. */
const Inside = z
  .string()
  .min(1)
  .refine((path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'), 'must lie inside the folder');

/** What `manifest.json` in a model's folder says. */
export const ModelManifest = z
  .object({
    version: z.literal(1),
    name: z.string().min(1),
    kind: ModelKind,
    /** BCP 47; the first is that of models that are told nothing. Empty for what finds speech only. */
    languages: z.array(z.string().min(2)),
    /** Whether its texts have capitals and punctuation. */
    punctuates: z.boolean().default(false),
    /** For transducers, when sherpa-onnx cannot tell by itself: `nemo_transducer`, say. */
    modelType: z.string().optional(),
    /** Role → file. */
    roles: z.record(z.string(), Inside).default({}),
    /** Every file with its size and SHA-256, by which damage is seen. */
    files: z.record(
      Inside,
      z.object({ bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    ),
    licence: z.string().optional(),
    source: z.string().optional(),
  })
  .superRefine(({ kind, roles, files, languages }, context) => {
    const fault = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    for (const role of modelRoles[kind]) if (!(role in roles)) fault('roles', `a ${kind} model needs "${role}"`);
    for (const file of Object.values(roles)) if (!(file in files)) fault('files', `"${file}" has no checksum`);
    if (kind !== 'vad' && languages.length === 0) fault('languages', 'must name one or more');
  });
export type ModelManifest = z.infer<typeof ModelManifest>;
