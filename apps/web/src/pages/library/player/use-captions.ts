import { useCallback, useEffect, useState } from 'react';
import {
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

/** The captions as chosen in this browser, and what they say at the moment. */
export function useCaptions(
  video: { readonly current: HTMLVideoElement | null },
  languages: readonly string[],
): Captions {
  const [language, setLanguage] = useState(() => rememberedCaptions(languages));
  const [size, setSize] = useState(rememberedSize);
  const lines = useLines(video, language);
  const choose = useCallback((wanted: string | null) => {
    rememberCaptions(wanted);
    setLanguage(wanted);
  }, []);
  const resize = (wanted: CaptionSize) => {
    rememberSize(wanted);
    setSize(wanted);
  };
  const toggle = () => choose(language === null ? (languages[0] ?? null) : null);
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
