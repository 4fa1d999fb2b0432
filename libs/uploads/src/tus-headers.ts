import { UploadMetadata } from '@lectern/contracts';
import { DomainError, parse } from '@lectern/kernel';
import type { IncomingHttpHeaders } from 'node:http';

export const TUS_VERSION = '1.0.0';
export const TUS_EXTENSIONS = 'creation,termination,expiration';

/** tus core: every request but OPTIONS names the version. @throws DomainError VERSION_UNSUPPORTED */
export function requireVersion(headers: IncomingHttpHeaders): void {
  if (headers['tus-resumable'] === TUS_VERSION) return;
  throw new DomainError('VERSION_UNSUPPORTED', `The header Tus-Resumable must be ${TUS_VERSION}.`);
}

/** `Upload-Length` and `Upload-Metadata` of a creation. @throws DomainError VALIDATION_FAILED */
export function readCreation(headers: IncomingHttpHeaders): { size: number; metadata: UploadMetadata } {
  if (headers['upload-defer-length'] !== undefined)
    throw new DomainError('VALIDATION_FAILED', 'The length must be known at the beginning: send Upload-Length.');
  const size = wholeNumber(headers, 'upload-length');
  if (size === 0) throw new DomainError('VALIDATION_FAILED', 'The file is empty.');
  return { size, metadata: parse(UploadMetadata, readMetadata(text(headers, 'upload-metadata') ?? '')) };
}

/** `Upload-Offset` of a PATCH. @throws DomainError TYPE_UNSUPPORTED, VALIDATION_FAILED */
export function readPatch(headers: IncomingHttpHeaders): { offset: number; length: number | undefined } {
  if (headers['content-type'] !== 'application/offset+octet-stream')
    throw new DomainError('TYPE_UNSUPPORTED', 'Send the bytes with Content-Type: application/offset+octet-stream.');
  const length = headers['content-length'] === undefined ? undefined : wholeNumber(headers, 'content-length');
  return { offset: wholeNumber(headers, 'upload-offset'), length };
}

/** Pairs of a key and a base64 value, separated by commas; of a key that comes twice the first counts. */
export function readMetadata(header: string): Record<string, string> {
  const pairs = new Map<string, string>();
  for (const pair of header.split(',')) {
    const [key = '', value = ''] = pair.trim().split(' ');
    if (key && !pairs.has(key)) pairs.set(key, Buffer.from(value, 'base64').toString('utf8'));
  }
  return Object.fromEntries(pairs);
}

function wholeNumber(headers: IncomingHttpHeaders, name: string): number {
  const value = text(headers, name);
  if (value !== undefined && /^\d{1,15}$/.test(value)) return Number(value);
  throw new DomainError('VALIDATION_FAILED', `The header ${name} must be a whole number.`);
}

function text(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
