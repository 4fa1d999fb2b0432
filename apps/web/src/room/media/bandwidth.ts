import {
  type AutoState,
  type BandwidthChoice,
  type BandwidthMode,
  bandwidthModes,
  type LineLook,
  nextAuto,
  startOfAuto,
} from './bandwidth-mode';

const KEY = 'lectern.bandwidth';

export interface BandwidthState {
  choice: BandwidthChoice;
  mode: BandwidthMode;
}

/** How much this visit may use: as the person said, or as the line allows. */
export class Bandwidth {
  private auto: AutoState = startOfAuto(Date.now());
  private state: BandwidthState;

  /** @param changed told whenever the choice or the mode becomes another */
  constructor(private readonly changed: (state: BandwidthState) => void) {
    this.state = stateOf(remembered(), this.auto);
  }

  get current(): BandwidthState {
    return this.state;
  }

  /** Chosen by hand; remembered by this browser. `auto` begins with everything. */
  choose(choice: BandwidthChoice): void {
    this.auto = startOfAuto(Date.now());
    remember(choice);
    this.become(choice);
  }

  /** What half a second more on the line has shown. */
  look(look: LineLook): void {
    this.auto = nextAuto(this.auto, look);
    this.become(this.state.choice);
  }

  private become(choice: BandwidthChoice): void {
    const next = stateOf(choice, this.auto);
    if (next.choice === this.state.choice && next.mode === this.state.mode) return;
    this.state = next;
    this.changed(next);
  }
}

const stateOf = (choice: BandwidthChoice, auto: AutoState): BandwidthState => ({
  choice,
  mode: choice === 'auto' ? auto.mode : choice,
});

function remembered(): BandwidthChoice {
  try {
    const stored = localStorage.getItem(KEY);
    return bandwidthModes.find((mode) => mode === stored) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function remember(choice: BandwidthChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Private windows may refuse; the choice then holds for this visit.
  }
}
