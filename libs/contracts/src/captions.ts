import type { Cue } from './rest/library';
import type { Chapter } from './rest/resource-outputs';

/** WebVTT (W3C), each cue with the name of who speaks in a voice tag. */
export function webvtt(cues: Cue[], language: string): string {
  const blocks = cues.map((cue) => `${span(cue, '.')}\n<v ${escapeName(cue.speaker)}>${escapeText(cue.text)}`);
  return ['WEBVTT', `NOTE language: ${language}`, ...blocks].join('\n\n') + '\n';
}

/** Chapters as WebVTT, each up to the next one's beginning. @param duration of the whole, in seconds */
export function chaptersTrack(chapters: readonly Chapter[], duration: number): string {
  const blocks = chapters.map(({ at, title }, i) => {
    const end = chapters[i + 1]?.at ?? Math.max(at, duration);
    return `${timestamp(at, '.')} --> ${timestamp(end, '.')}\n${escapeName(title)}`;
  });
  return ['WEBVTT', ...blocks].join('\n\n') + '\n';
}

/** SubRip, as players that know no WebVTT read it. */
export function srt(cues: Cue[]): string {
  const blocks = cues.map(
    (cue, i) => `${i + 1}\n${span(cue, ',')}\n${oneLine(cue.speaker)}: ${noBlankLines(cue.text)}\n`,
  );
  return blocks.join('\n');
}

/** For reading: a paragraph for each time somebody else speaks. */
export function plainText(cues: Cue[]): string {
  const paragraphs: string[] = [];
  cues.forEach(({ speaker, text }, i) => {
    const words = oneLine(text);
    if (cues[i - 1]?.speaker === speaker) paragraphs.push(`${paragraphs.pop()} ${words}`);
    else paragraphs.push(`${oneLine(speaker)}: ${words}`);
  });
  return paragraphs.map((paragraph) => `${paragraph}\n`).join('\n');
}

const span = ({ start, end }: Cue, point: string) => `${timestamp(start, point)} --> ${timestamp(end, point)}`;

function timestamp(seconds: number, point: string): string {
  const ms = Math.round(seconds * 1000);
  const pad = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0');
  return `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${pad((ms / 1000) % 60)}${point}${pad(ms % 1000, 3)}`;
}

/** WebVTT §3.1: in cue text `&`, `<` and `>` are written as character references, so `-->` cannot occur either. */
function escapeText(text: string): string {
  return noBlankLines(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An annotation ends at the line as well. */
const escapeName = (name: string) => escapeText(oneLine(name));

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const noBlankLines = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\n{2,}/g, '\n');
