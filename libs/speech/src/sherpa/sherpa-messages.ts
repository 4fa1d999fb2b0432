import { z } from 'zod';
import { ModelKind } from '../models/model-manifest';

/** A model as the process needs it: what it is, and where its files are (absolute). */
export const SherpaModel = z.object({
  name: z.string(),
  kind: ModelKind,
  modelType: z.string().optional(),
  files: z.record(z.string(), z.string()),
});
export type SherpaModel = z.infer<typeof SherpaModel>;

const request = z.number().int().nonnegative();
const stream = z.number().int().nonnegative();

/** What is asked of the speech process; each is answered, in order. */
export const SherpaRequest = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    request,
    stream,
    model: SherpaModel,
    language: z.string(),
    /** Silero's file, for kinds that take whole pieces; without it, pieces are cut at pauses. */
    vad: z.string().nullable(),
    threads: z.number().int().positive(),
  }),
  z.object({
    type: z.literal('write'),
    request,
    stream,
    pcm: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  /** Ends what is being said; the stream goes on. */
  z.object({ type: z.literal('flush'), request, stream }),
  z.object({ type: z.literal('close'), request, stream }),
]);
export type SherpaRequest = z.infer<typeof SherpaRequest>;

const Word = z.object({ text: z.string(), start: z.number(), end: z.number(), confidence: z.number().nullable() });
const heard = { finished: z.array(z.object({ words: z.array(Word) })), partial: z.string() };

export const SherpaReply = z.discriminatedUnion('type', [
  z.object({ type: z.literal('done'), request, ...heard }),
  z.object({ type: z.literal('refused'), request, reason: z.string() }),
]);
export type SherpaReply = z.infer<typeof SherpaReply>;
/** What a stream has heard with a piece of sound. */
export type Heard = Pick<Extract<SherpaReply, { type: 'done' }>, 'finished' | 'partial'>;
