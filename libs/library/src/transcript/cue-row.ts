import type { Cue, EditableCue } from '@lectern/contracts';
import type { CueRow, ResourceRow } from '../resource.entities';

/**
 * How a cue of this resource is kept. Where it does not say its language, and there are captions in one only, it is that:
 * so is what was recognised before cues had languages.
 *
 * @param position parts what speech recognition heard at once
 */
export function toCueRow(
  { id: resourceId, captions }: Pick<ResourceRow, 'id' | 'captions'>,
  { id, start, end, speaker, text, confidence, language, interpreted }: EditableCue,
  position = 0,
): CueRow {
  return {
    ...{ id, resourceId, position, start, end, speaker, text, confidence },
    language: language ?? (captions.length === 1 ? captions[0]! : null),
    interpreted: interpreted ?? false,
  };
}

/** As readers get it: without what is not known. */
export const toCue = ({ start, end, speaker, text, language, interpreted }: CueRow): Cue => ({
  ...{ start, end, speaker, text },
  ...(language !== null && { language }),
  ...(interpreted && { interpreted }),
});

/** As it is corrected: with its id, and how sure speech recognition was. */
export const toEditable = (row: CueRow): EditableCue => ({
  id: row.id,
  ...toCue(row),
  ...(typeof row.confidence === 'number' && { confidence: row.confidence }),
});
