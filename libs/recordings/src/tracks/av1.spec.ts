import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packetize, promisingTwoLayers, temporalUnits } from '../../testing/av1-packets';
import { decodeErrors, picturesShown, probe, run } from '../../testing/run';
import { av1 } from './av1';
import { MatroskaWriter } from './matroska-writer';
import type { Picture } from './picture';

describe('AV1', () => {
  const { codecId, assemble } = av1();
  let dir: string;
  let units: Buffer[][];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'lectern-av1-'));
    const file = join(dir, 'sent.obu');
    const input = ['-f', 'lavfi', '-i', 'testsrc=s=322x242:r=10:d=1', '-pix_fmt', 'yuv420p'];
    const encoder = ['-c:v', 'libaom-av1', '-cpu-used', '8', '-usage', 'realtime', '-g', '5', '-b:v', '300k'];
    await run('ffmpeg', ['-v', 'error', ...input, ...encoder, '-f', 'obu', file]);
    units = temporalUnits(await readFile(file));
  }, 60_000);
  afterAll(() => rm(dir, { recursive: true, force: true }));

  /** Every picture comes out of the decoder that recordings are read with. */
  async function expectShown(name: string, pictures: (Picture | null)[]): Promise<void> {
    const file = join(dir, name);
    const { size, codecPrivate } = pictures[0]!;
    const writer = await MatroskaWriter.create(file, { codecId, codecPrivate, video: size! });
    for (const [index, picture] of pictures.entries())
      await writer.write(picture!.data, index * 100, picture!.keyframe);
    await writer.close(1_000);
    expect(await decodeErrors(file)).toBe('');
    expect(await picturesShown(file)).toBe(pictures.length);
    const stream = { codec_name: 'av1', profile: 'Main', width: 322, height: 242 };
    expect((await probe(file)).streams).toMatchObject([stream]);
  }

  it.each([
    ['one element in each packet, in pieces', 200, true],
    ['elements with their lengths, in pieces', 200, false],
    ['all of a picture in one packet', 1_000_000, false],
  ])('comes back whole from %s', async (_, most, counted) => {
    const pictures = units.map((obus) => assemble(packetize(obus, most, counted)));
    expect(pictures.map((picture) => picture?.keyframe)).toEqual(units.map((_obus, index) => index % 5 === 0));
    expect(pictures[0]!.size).toEqual({ width: 322, height: 242 });
    await expectShown(`${most}-${counted}.mkv`, pictures);
  });

  it('is shown though the sender leaves out the layer above, which it has promised', async () => {
    const pictures = units.map((obus) => assemble(packetize(obus.map(promisingTwoLayers), 200, true)));
    await expectShown('promised.mkv', pictures);
  });

  it('is no picture when its beginning, its middle or its end is missing, or it is cut short', () => {
    const payloads = packetize(units[0]!, 200, true);
    expect(payloads.length).toBeGreaterThan(3);
    const middle = payloads.findIndex((payload) => (payload[0]! & 0xc0) === 0xc0);
    expect(assemble(payloads.slice(middle))).toBeNull();
    expect(assemble(payloads.slice(0, -1))).toBeNull();
    expect(assemble([Buffer.from([0x20, 0x09, 0x01])])).toBeNull();
    expect(assemble([Buffer.from([0x10])])).toBeNull();
    expect(assemble([Buffer.from([0x00, 0xff, 0xff, 0xff, 0xff, 0xff])])).toBeNull();
  });

  it('keeps the size that a sender has left in, and leaves out all but the picture and one delimiter before it', () => {
    const [frame, delimiter, padding] = [
      [0x32, 0x02, 0xaa, 0xbb],
      [0x12, 0x00],
      [0x78, 0x00],
    ].map((bytes) => Buffer.from(bytes));
    const picture = assemble(packetize([delimiter!, frame!, padding!], 100, true));
    expect(picture).toEqual({ data: Buffer.concat([delimiter!, frame!]), keyframe: false });
  });
});
