export interface TileSize {
  /** CSS pixels. */
  width: number;
  height: number;
}

/** Above these heights (in device pixels) the next layer is worth its bits; layers are a quarter, a half and the whole. */
const STEPS = [200, 400] as const;

/** A phone's dense display does not need its every pixel filled. */
const MAX_RATIO = 2;

/** The highest simulcast layer that a tile of this size can show. */
export function spatialLayerFor(size: TileSize, pixelRatio: number): number {
  const height = size.height * Math.min(MAX_RATIO, Math.max(1, pixelRatio));
  return STEPS.filter((step) => height > step).length;
}

/** Shared screens have two layers: half size and whole. */
export function screenLayerFor(size: TileSize, pixelRatio: number): number {
  return size.height * Math.min(MAX_RATIO, Math.max(1, pixelRatio)) > 320 ? 1 : 0;
}
