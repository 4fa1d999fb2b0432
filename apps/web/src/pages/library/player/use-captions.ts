import { useEffect, useState } from 'react';
import {
  captionsChoice,
  captionsShown,
  captionsSwitched,
  type CaptionLine,
  type CaptionSize,
  lineOf,
  readCaptions,
  rememberCaptions,
  rememberedCaptions,
  rememberedSize,
  rememberSize,
} from './captions';

export interface Captions {
  languages: readonly string[];
  /** Null: none are shown. */
  language: string | null;
  lines: readonly CaptionLine[];
  size: CaptionSize;
  choose: (language: string | null) => void;
  toggle: () => void;
  resize: (size: CaptionSize) => void;
}

/** The captions as chosen in this browser, and what they say at the moment. @param heard the language of the sound */
export function useCaptions(
  video: { readonly current: HTMLVideoElement | null },
  languages: readonly string[],
  heard: string | undefined,
): Captions {
  const [choice, setChoice] = useState(rememberedCaptions);
  const language = captionsShown(choice, languages, heard);
  const [size, setSize] = useState(rememberedSize);
  const lines = useLines(video, language);
  const change = (wanted: string) => {
    rememberCaptions(wanted);
    setChoice(wanted);
  };
  const resize = (wanted: CaptionSize) => {
    rememberSize(wanted);
    setSize(wanted);
  };
  const choose = (wanted: string | null) => change(captionsChoice(wanted));
  const toggle = () => change(captionsSwitched(language === null));
  return { languages, language, lines, size, choose, toggle, resize };
}

function useLines(video: { readonly current: HTMLVideoElement | null }, language: string | null) {
  const [lines, setLines] = useState<readonly CaptionLine[]>([]);
  useEffect(() => {
    const track = video.current && readCaptions(video.current, language);
    if (!track) return;
    const read = () => setLines(Array.from(track.activeCues ?? [], (cue) => lineOf(cue as VTTCue)));
    read();
    track.addEventListener('cuechange', read);
    return () => {
      track.removeEventListener('cuechange', read);
      setLines([]);
    };
  }, [video, language]);
  return lines;
}
