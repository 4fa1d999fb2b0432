import { Store } from '../session/store';
import type { LayoutMode } from './layout';

/** How this viewer looks at the stage; nobody else is concerned. */
export interface StageView {
  layout: LayoutMode;
  /** The tile that is to be large. */
  pinned: string | null;
}

export const newStageView = (): Store<StageView> => new Store<StageView>({ layout: 'auto', pinned: null });
