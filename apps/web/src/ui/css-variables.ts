import type { CSSProperties } from 'react';

/** React's style type knows no custom properties. */
export const cssVariables = (variables: Record<`--${string}`, string | number>): CSSProperties => variables;
