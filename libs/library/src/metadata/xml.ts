/** A piece of XML that is well-formed by how it was made. */
export class Xml {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

type Value = Xml | string | number | null | undefined | readonly Value[];

// XML 1.0, production 2 (Char): what no document may have, not even escaped.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/**
 * Writes XML as a template. Values are escaped for text and for attributes alike; pieces of XML and lists of them go in
 * as they are; nothing stands for null.
 */
export function xml(literals: TemplateStringsArray, ...values: Value[]): Xml {
  return new Xml(literals.map((literal, index) => literal + write(values[index])).join(''));
}

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${String(root)}\n`;

function write(value: Value): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Xml) return String(value);
  if (isList(value)) return value.map(write).join('');
  return String(value)
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (found) => escapes[found]!);
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
