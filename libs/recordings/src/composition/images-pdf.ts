import { open, type FileHandle, readFile } from 'node:fs/promises';

/** A page of a slide deck has as many points on its longer side (13.3 inches, as presentations have it). */
const LONG_SIDE = 960;

/**
 * Writes a PDF (ISO 32000-1) of which each page is a JPEG, as it is. One image at a time is in memory. For pages of people's
 * own files nothing else is needed, so no library is.
 */
export async function writeImagesPdf(output: string, images: readonly string[]): Promise<void> {
  const file = await open(output, 'w');
  try {
    const pdf = new PdfWriter(file);
    await pdf.write('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n');
    const pages = images.map((_, i) => 3 + 3 * i);
    await pdf.object(1, '<< /Type /Catalog /Pages 2 0 R >>');
    const kids = pages.map((id) => `${id} 0 R`).join(' ');
    await pdf.object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
    for (const [i, image] of images.entries()) await writePage(pdf, pages[i]!, await readFile(image));
    await pdf.end();
  } finally {
    await file.close();
  }
}

async function writePage(pdf: PdfWriter, id: number, jpeg: Buffer): Promise<void> {
  const { width, height, grey } = jpegSize(jpeg);
  const scale = LONG_SIDE / Math.max(width, height);
  const [w, h] = [width, height].map((pixels) => (pixels * scale).toFixed(2));
  const draw = `q ${w} 0 0 ${h} 0 0 cm /I Do Q`;
  const box = `/MediaBox [0 0 ${w} ${h}] /Resources << /XObject << /I ${id + 2} 0 R >> >>`;
  await pdf.object(id, `<< /Type /Page /Parent 2 0 R ${box} /Contents ${id + 1} 0 R >>`);
  await pdf.object(id + 1, `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`);
  const colours = `/ColorSpace /${grey ? 'DeviceGray' : 'DeviceRGB'} /BitsPerComponent 8 /Filter /DCTDecode`;
  const size = `/Width ${width} /Height ${height} /Length ${jpeg.length}`;
  await pdf.object(id + 2, `<< /Type /XObject /Subtype /Image ${size} ${colours} >>\nstream\n`, jpeg);
}

/** Keeps where each object begins, for the table at the end. */
class PdfWriter {
  #at = 0;
  readonly #offsets: number[] = [];

  constructor(private readonly file: FileHandle) {}

  async write(data: string | Buffer): Promise<void> {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    await this.file.writeFile(bytes);
    this.#at += bytes.length;
  }

  /** Objects come in the order of their numbers, from 1. */
  async object(id: number, content: string, stream?: Buffer): Promise<void> {
    this.#offsets.push(this.#at);
    await this.write(`${id} 0 obj\n${content}`);
    if (stream) {
      await this.write(stream);
      await this.write('\nendstream');
    }
    await this.write('\nendobj\n');
  }

  async end(): Promise<void> {
    const size = this.#offsets.length + 1;
    const lines = this.#offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    const table = `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`;
    await this.write(`${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${this.#at}\n%%EOF\n`);
  }
}

/** From the frame header (ITU-T T.81, B.2.2). @throws Error when there is none */
export function jpegSize(jpeg: Buffer): { width: number; height: number; grey: boolean } {
  for (let at = 2; at + 9 < jpeg.length;) {
    const marker = jpeg[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (jpeg[at] !== 0xff) break;
    if (isFrame)
      return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7), grey: jpeg[at + 9] === 1 };
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  throw new Error('This is no JPEG.');
}
