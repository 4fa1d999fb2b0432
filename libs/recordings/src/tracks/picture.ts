/** One encoded picture, ready for a container. */
export interface Picture {
  data: Buffer;
  keyframe: boolean;
  /** Known of key frames. */
  size?: { width: number; height: number };
  /** What a decoder needs before the first picture (H.264: `avcC`). */
  codecPrivate?: Buffer;
}

/** Puts the payloads of one picture together, whose packets are all there; null when they make no picture. */
export type Assemble = (payloads: Buffer[]) => Picture | null;

/** A video codec as the container and the reader need it. */
export interface VideoCodec {
  /** Matroska's codec id. */
  codecId: string;
  assemble: Assemble;
}
