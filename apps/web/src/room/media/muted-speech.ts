/** Above this loudness (0 to 1, see `loudness`) it is a voice close by; a room's noise stays below. */
const VOICE = 0.5;
/** Levels come twenty times a second: a word is half a second, a cough is less. */
const WINDOW = 20;
const ENOUGH = 10;

export type Levels = readonly number[];

/** Whether somebody speaks, by the levels of the last second. */
export const isSpeech = (levels: Levels): boolean => levels.filter((level) => level >= VOICE).length >= ENOUGH;

/** The last second, one level later. */
export const nextLevels = (levels: Levels, level: number): Levels => [...levels, level].slice(-WINDOW);
