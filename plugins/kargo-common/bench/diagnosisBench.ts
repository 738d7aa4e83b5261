import { unknownShare } from '../src';
import { COLLECTED_TEXTS } from '../src/diagnosis/__fixtures__';

/**
 * Prints as a JSON line how many of the texts that Kargo can produce the diagnosis does not know.
 */
const share = unknownShare(COLLECTED_TEXTS);
const line = {
  name: 'kargo.diagnosis-unknown-share',
  value: share,
  unit: 'share',
  better: 'lower',
  n: COLLECTED_TEXTS.length,
  against: 'showing the text as it is: 1',
};
process.stdout.write(`${JSON.stringify(line)}\n`);
