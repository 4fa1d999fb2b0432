/** What is told in one sentence, without a stack. */
export class Problem extends Error {}
