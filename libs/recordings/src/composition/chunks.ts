import { FRAME_MS, type Scene } from './scene';

/** Long enough that starting ffmpeg and seeking do not count, short enough that a retry loses little. */
const CHUNK_MS = 120_000;

/** Scenes that are rendered in one go; they follow each other without gap. */
export interface Chunk {
  start: number;
  end: number;
  scenes: Scene[];
}

/** Cuts the plan into chunks of about the length given, at the edges of scenes where they are within a quarter of it. */
export function chunksOf(scenes: Scene[], chunkMs = CHUNK_MS): Chunk[] {
  const end = scenes.at(-1)?.end ?? 0;
  const edges = scenes.map((scene) => scene.end);
  const chunks: Chunk[] = [];
  for (let start = 0; start < end;) {
    const stop = chunkEnd(start, end, edges, chunkMs);
    chunks.push({ start, end: stop, scenes: scenes.flatMap((scene) => cutScene(scene, start, stop)) });
    start = stop;
  }
  return chunks;
}

/** Frames that a chunk has. */
export function frameCount({ start, end }: { start: number; end: number }): number {
  return Math.round((end - start) / FRAME_MS);
}

function chunkEnd(start: number, end: number, edges: number[], chunkMs: number): number {
  const slack = chunkMs / 4;
  if (end - start <= chunkMs + slack) return end;
  return edges.find((edge) => Math.abs(edge - start - chunkMs) <= slack) ?? start + chunkMs;
}

function cutScene(scene: Scene, start: number, end: number): Scene[] {
  const cut = { ...scene, start: Math.max(scene.start, start), end: Math.min(scene.end, end) };
  return cut.start < cut.end ? [cut] : [];
}
