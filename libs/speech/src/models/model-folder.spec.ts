import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { junk, manifestOf, placeModel } from '../../testing/models';
import { verifyModel } from './checksums';
import { readModelFolder } from './model-folder';
import { ModelManifest } from './model-manifest';

describe('a folder of models', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'lectern-models-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  it('is empty where there is none', () => {
    expect(readModelFolder(join(root, 'nowhere'))).toEqual({ models: [], problems: [] });
  });

  it('holds the models that say what they are; other folders and downloads under way are passed over', async () => {
    const folder = placeModel(root, junk, { name: 'whisper-test' });
    mkdirSync(join(root, 'notes'));
    mkdirSync(join(root, '.fetching'));
    writeFileSync(join(root, '.fetching/manifest.json'), 'half a');
    const { models, problems } = readModelFolder(root);
    expect(problems).toEqual([]);
    expect(models).toEqual([{ folder, manifest: expect.objectContaining({ name: 'whisper-test' }) as unknown }]);
    await expect(verifyModel(models[0]!)).resolves.toBeUndefined();
  });

  it('leaves out a broken one in words, and keeps the others', () => {
    placeModel(root, junk, { name: 'good' });
    truncateSync(join(placeModel(root, junk, { name: 'cut' }), 'encoder.onnx'), 10);
    rmSync(join(placeModel(root, junk, { name: 'gone' }), 'tokens.txt'));
    writeFileSync(join(placeModel(root, junk, { name: 'json' }), 'manifest.json'), '{');
    writeFileSync(join(placeModel(root, junk, { name: 'wrong' }), 'manifest.json'), '{"version":1,"kind":"whisper"}');
    const { models, problems } = readModelFolder(root);
    expect(models.map(({ manifest }) => manifest.name)).toEqual(['good']);
    expect(problems).toEqual([
      `The speech model in ${root}/cut is not used: encoder.onnx has 10 bytes instead of 2000; fetch the model again.`,
      `The speech model in ${root}/gone is not used: tokens.txt is missing; fetch the model again.`,
      `The speech model in ${root}/json is not used: its manifest.json is no JSON.`,
      expect.stringMatching(/wrong is not used: its manifest.json is wrong \(name: .*files: /),
    ]);
  });

  it('sees by the checksum that a file of the right size is another', async () => {
    const folder = placeModel(root, junk, {});
    writeFileSync(join(folder, 'encoder.onnx'), Buffer.alloc(2_000, 9));
    const [model] = readModelFolder(root).models;
    await expect(verifyModel(model!)).rejects.toThrow(
      'The speech model "whisper-test" is damaged: the checksum of encoder.onnx differs.',
    );
  });
});

describe('a manifest', () => {
  const manifest = manifestOf(junk);

  it.each([
    ['a role without a file', { roles: { encoder: 'encoder.onnx', decoder: 'decoder.onnx' } }, 'needs "tokens"'],
    ['a file without a checksum', { roles: { ...manifest.roles, encoder: 'other.onnx' } }, 'has no checksum'],
    ['a path out of its folder', { roles: { ...manifest.roles, encoder: '../encoder.onnx' } }, 'must lie inside'],
    ['no language', { languages: [] }, 'must name one or more'],
    ['a kind that nobody knows', { kind: 'oracle' }, 'Invalid option'],
  ])('is refused with %s', (_, change, message) => {
    const result = ModelManifest.safeParse({ ...manifest, ...change });
    expect(result.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });
});
