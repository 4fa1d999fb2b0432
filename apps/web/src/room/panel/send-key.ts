import type { KeyboardEvent } from 'react';

/** Enter sends, Shift+Enter breaks the line; Enter that ends a composition (Japanese, Chinese, Korean) is neither. */
export const isSendKey = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
