import type { CallError, CallErrorCode } from '../session/call-error';

/** The key of the text that says what went wrong and what can be done. */
export type ErrorKey = `error.${CallErrorCode}`;

export const errorKey = (error: CallError): ErrorKey => `error.${error.code}`;
