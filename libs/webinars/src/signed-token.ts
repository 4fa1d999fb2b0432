import { createHmac, timingSafeEqual } from 'node:crypto';

/** Of the signature: 18 bytes in base64url. */
const SIGNATURE_LENGTH = 24;

/**
 * A short signed text: `payload.signature`, HMAC-SHA-256 under a key derived for one purpose, so that a token of one
 * kind is never taken for one of another.
 */
export class SignedToken {
  private readonly key: Buffer;

  constructor(secret: Buffer, purpose: string) {
    this.key = createHmac('sha256', secret).update(`lectern ${purpose}`).digest();
  }

  sign(payload: string): string {
    const encoded = Buffer.from(payload, 'utf8').toString('base64url');
    return `${encoded}.${this.signature(encoded)}`;
  }

  /** @returns the payload, or null when it was not signed by us */
  verify(token: string): string | null {
    const [encoded, signature, ...rest] = token.split('.');
    if (!encoded || !signature || rest.length > 0) return null;
    // Compared as text: a decoder would pass over what dangles after the last byte.
    const given = Buffer.from(signature);
    const expected = Buffer.from(this.signature(encoded));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    return Buffer.from(encoded, 'base64url').toString('utf8');
  }

  private signature(encoded: string): string {
    return createHmac('sha256', this.key).update(encoded).digest('base64url').slice(0, SIGNATURE_LENGTH);
  }
}
