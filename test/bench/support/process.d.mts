/** What machine the figures come from, in a line. */
export function machine(): string;
/** A table in Markdown. */
export function table(head: string[], rows: (string | number)[][]): string;
/** The middle value, the upper one of two. */
export function median(values: number[]): number;
