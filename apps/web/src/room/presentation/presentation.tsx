import { useRoom } from '../room-context';
import { ClipView } from './clip-view';
import { DeckView } from './deck-view';

/** What is shown to everyone: slides, or a video. */
export function Presentation() {
  const shown = useRoom((state) => state.presentation.shown);
  if (!shown) return null;
  return shown.kind === 'deck' ? (
    <DeckView key={shown.materialId} deck={shown} />
  ) : (
    <ClipView key={shown.materialId} clip={shown} />
  );
}
