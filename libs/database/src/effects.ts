/** What a transaction wants done once it is on disk. */
export type Effect = () => void;

/** Told of an effect that threw: it is too late to refuse what is committed, so this can only be logged. */
export type OnEffectError = (error: unknown) => void;

/** Runs all effects, also those after one that throws. */
export function runEffects(effects: Effect[], onError: OnEffectError): void {
  for (const effect of effects) {
    try {
      effect();
    } catch (error) {
      onError(error);
    }
  }
}
