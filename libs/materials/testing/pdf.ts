/** A PDF with a page for each text, written by hand: 16:9, a coloured ground, large letters. */
export function pdf(texts: string[], extra: { mediaBox?: string; trailer?: string } = {}): Buffer {
  const page = (i: number) => 4 + 2 * i;
  const kids = texts.map((_, i) => `${page(i)} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${texts.length} /MediaBox [${extra.mediaBox ?? '0 0 960 540'}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...texts.flatMap((text, i) => {
      const content = `${colourOf(i)} rg 0 0 960 540 re f 0 g BT /F1 64 Tf 80 300 Td (${text}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents ${page(i) + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return assemble(objects, extra.trailer);
}

/** Grounds of the first pages: red, green, blue, then grey. */
const colourOf = (i: number): string => ['1 0.2 0.2', '0.2 0.8 0.2', '0.3 0.4 1'][i] ?? '0.9 0.9 0.9';

/** A page that draws a form that draws ten forms that draw ten forms …: 10^levels strokes. */
export function bombPdf(levels: number): Buffer {
  const forms = Array.from({ length: levels }, (_, i) => {
    const content = i === levels - 1 ? '0 0 900 500 re f' : '/F Do '.repeat(10);
    const next = i === levels - 1 ? '' : `/Resources << /XObject << /F ${6 + i} 0 R >> >>`;
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 960 540] ${next} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  });
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 960 540] >>',
    '<< /Type /Page /Parent 2 0 R /Resources << /XObject << /F 5 0 R >> >> /Contents 4 0 R >>',
    '<< /Length 5 >>\nstream\n/F Do\nendstream',
    ...forms,
  ]);
}

function assemble(objects: string[], trailer = ''): Buffer {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}
