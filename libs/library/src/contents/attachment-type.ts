import { DomainError } from '@lectern/kernel';
import { fileTypeFromFile } from 'file-type';
import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';

/** What a browser may show by itself: nothing in it can run in our pages. All else is only ever downloaded. */
const shown: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/gif'];

export const isShown = (mediaType: string): boolean => shown.includes(mediaType);

/** What teaching is made of, by what the bytes say. */
const taken =
  /^(image\/(jpeg|png|webp|gif)|audio\/.*|video\/(mp4|webm|quicktime|matroska|ogg|x-m4v|mpeg))$|^application\/(pdf|epub\+zip|zip|ogg|rtf|msword|x-cfb|vnd\.(openxmlformats-officedocument|oasis\.opendocument|ms-)[\w.-]*)$|^text\/rtf$/;

const SAMPLE = 65_536;

/**
 * What a file is, by its content; its name and what the browser claims do not count.
 * @throws DomainError TYPE_UNSUPPORTED for programs and what nobody knows
 */
export async function attachmentType(path: string): Promise<string> {
  const found = await fileTypeFromFile(path);
  // Markup is known by its first line too; it is text for us.
  if (found && found.mime !== 'application/xml') {
    if (taken.test(found.mime)) return found.mime;
    throw unsupported();
  }
  if (await isText(path)) return 'text/plain';
  throw unsupported();
}

const unsupported = () =>
  new DomainError(
    'TYPE_UNSUPPORTED',
    'The library takes PDF, office documents, EPUB, pictures (JPEG, PNG, WebP, GIF), audio, video, text and ZIP.',
  );

/** UTF-8 without zero bytes, as far as the beginning says. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    const sample = buffer.subarray(0, bytesRead);
    if (bytesRead === 0 || sample.includes(0)) return false;
    return isUtf8(wholeLetters(sample));
  } finally {
    await file.close();
  }
}

/** Without the beginning of a letter of which the sample has no end: it is in the last three bytes, if anywhere. */
function wholeLetters(sample: Buffer): Buffer {
  if (sample.length < SAMPLE) return sample;
  for (let back = 1; back <= 3; back += 1)
    if ((sample.at(-back)! & 0b1100_0000) === 0b1100_0000) return sample.subarray(0, -back);
  return sample;
}
