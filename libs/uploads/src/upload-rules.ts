import type { UploadKind } from '@lectern/contracts';
import type { Transaction } from '@lectern/database';
import { type Actor, DomainError } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import type { UploadRow } from './upload.entity';

/** What a feature says of one kind of upload. */
export interface UploadRule {
  /** Bytes. */
  limit: number;
  /** Asked at the beginning and at the end. @throws DomainError when this person may not, or there is no room for it */
  authorise(actor: Actor, target: string, size: number): Promise<void>;
  /** Looks at the first bytes. @throws DomainError TYPE_UNSUPPORTED in words */
  check(head: Buffer): void;
  /**
   * Takes it over: first what is slow (a refusal discards the file, the same again must do no harm), then what it
   * returns, in the transaction that ends the upload.
   */
  take(upload: UploadRow): Promise<(tx: Transaction) => Promise<void>>;
}

/** Features register here, so that uploads need not know them. */
@Injectable()
export class UploadRules {
  private readonly rules = new Map<UploadKind, UploadRule>();

  register(kind: UploadKind, rule: UploadRule): void {
    this.rules.set(kind, rule);
  }

  get(kind: UploadKind): UploadRule {
    const rule = this.rules.get(kind);
    if (!rule) throw new DomainError('VALIDATION_FAILED', 'Nothing of this kind can be uploaded here.');
    return rule;
  }
}
