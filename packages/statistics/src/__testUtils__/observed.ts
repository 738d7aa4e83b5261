import type { CompetingObservation } from '../cumulativeIncidence';
import type { Observation } from '../kaplanMeier';

/** Reads `9`, `13+` (censored) and `751-777` (delayed entry). */
export function observed(text: string): Observation[] {
  return read(text).map(({ mark, ...followUp }) => ({
    ...followUp,
    event: mark === '',
  }));
}

/** Reads `9r` (ended by the cause `r`), `13+` (censored) and `751-777d` (delayed entry). */
export function observedCauses(text: string): CompetingObservation[] {
  return read(text).map(({ mark, ...followUp }) => ({
    ...followUp,
    ...(mark !== '+' && { cause: mark }),
  }));
}

function read(text: string) {
  return text.split(' ').map(item => {
    const [, entry, duration, mark] =
      /^(?:(\d+)-)?(\d+)(\D?)$/.exec(item) ?? [];
    if (duration === undefined) {
      throw new Error(`Cannot read ${item}`);
    }
    return {
      ...(entry !== undefined && { entry: Number(entry) }),
      duration: Number(duration),
      mark,
    };
  });
}
