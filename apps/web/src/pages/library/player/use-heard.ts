import type { ResourceDetail } from '@lectern/contracts';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { rememberedSound, rememberSound } from './heard';
import { soundOfLink } from './second-link';

/** In which language a recording is heard, and so read. */
export interface Heard {
  /** The interpreters'; the original is there besides. */
  languages: readonly string[];
  /** As somebody chose; null: the original. */
  chosen: string | null;
  /** What is heard, which is the original where no other sound can be played. */
  language: string | null;
  isOriginalOnly: boolean;
  choose: (language: string | null) => void;
  /** The player says what it can. */
  tell: (isOriginalOnly: boolean) => void;
}

/** The choice of this browser; what stands beside the video follows it as well. */
export function useHeard({ channels }: Pick<ResourceDetail, 'channels'>): Heard {
  const languages = useMemo(() => channels.map(({ language }) => language), [channels]);
  const asked = soundOfLink(useLocation().search);
  const [chosen, setChosen] = useState(() => rememberedSound(languages));
  const [followed, setFollowed] = useState<string | null>(null);
  // What a link asks for holds for this visit, until somebody chooses.
  if (asked !== followed) {
    setFollowed(asked);
    if (asked !== null && languages.includes(asked)) setChosen(asked);
  }
  const [isOriginalOnly, tell] = useState(false);
  const choose = useCallback((wanted: string | null) => {
    rememberSound(wanted);
    setChosen(wanted);
  }, []);
  return { languages, chosen, language: isOriginalOnly ? null : chosen, isOriginalOnly, choose, tell };
}
