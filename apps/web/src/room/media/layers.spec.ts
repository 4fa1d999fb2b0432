import { screenLayerFor, spatialLayerFor } from './layers';
import { cameraEncodings } from './profiles';

describe('layers', () => {
  it.each([
    [90, 1, 0],
    [180, 1, 0],
    [180, 2, 1],
    [360, 1, 1],
    [360, 3, 2],
    [720, 1, 2],
  ])('for a tile of %i pixels at ratio %i: %i', (height, ratio, layer) => {
    expect(spatialLayerFor({ width: (height * 16) / 9, height }, ratio)).toBe(layer);
  });

  it('sends a screen in full unless it is a thumbnail', () => {
    expect(screenLayerFor({ width: 900, height: 500 }, 1)).toBe(1);
    expect(screenLayerFor({ width: 300, height: 170 }, 1)).toBe(0);
  });

  it.each([
    [720, [4, 2, 1]],
    [480, [4, 2, 1]],
    [240, [2, 1]],
  ])('a camera of %i lines is sent in layers %j, each with more bits', (height, scales) => {
    const encodings = cameraEncodings(height);
    expect(encodings.map((e) => e.scaleResolutionDownBy)).toEqual(scales);
    const rates = encodings.map((e) => e.maxBitrate ?? 0);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
  });
});
