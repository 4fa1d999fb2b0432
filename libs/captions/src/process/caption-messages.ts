import { z } from 'zod';

const trackId = z.string();

/** Where the process finds its speech engines: `SpeechSetup` of the speech lib, as data. */
const Setup = z.object({
  models: z.string().optional(),
  voskLibrary: z.string().optional(),
  voskModel: z.string().optional(),
  threads: z.number().int().optional(),
});

/** What the server asks of the caption process. */
export const CaptionRequest = z.discriminatedUnion('type', [
  /** First of all. `voices`: how many are recognised at once; `mostWaiting`: seconds of sound that may wait for it. */
  z.object({
    type: z.literal('start'),
    setup: Setup,
    voices: z.number().int().positive(),
    mostWaiting: z.number().positive(),
  }),
  z.object({ type: z.literal('open'), trackId, language: z.string() }),
  z.object({ type: z.literal('close'), trackId }),
]);
export type CaptionRequest = z.infer<typeof CaptionRequest>;

/** A word with its end, in seconds of the track's sound. */
const HeardWord = z.object({ text: z.string(), end: z.number() });

/** What somebody says. It is told again, longer or changed, until it is final. */
export const Heard = z.object({
  trackId,
  /** Counts the utterances of a track. */
  utterance: z.number().int(),
  text: z.string(),
  final: z.boolean(),
  /** Seconds of the track's sound that had come in by then: compared with the words' ends it tells the lag. */
  receivedTo: z.number(),
  /** Seconds of it that had been recognised: the recogniser's own time, which no busy machine changes. */
  recognisedTo: z.number(),
  /** Of a final utterance. */
  words: z.array(HeardWord),
});
export type Heard = z.infer<typeof Heard>;

/** What the caption process answers or tells by itself. */
export const CaptionReply = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** Opus over RTP may be sent to this port of 127.0.0.1. */
  z.object({ type: z.literal('opened'), trackId, port: z.number().int() }),
  z.object({ type: z.literal('refused'), trackId, reason: z.string() }),
  Heard.extend({ type: z.literal('heard') }),
  /** Sound was left out, as recognition could not keep up or too many spoke at once. */
  z.object({ type: z.literal('left-out'), trackId, seconds: z.number() }),
  z.object({ type: z.literal('failed'), trackId, reason: z.string() }),
]);
export type CaptionReply = z.infer<typeof CaptionReply>;
