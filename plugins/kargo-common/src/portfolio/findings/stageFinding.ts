import {
  idleFreight,
  longPromotion,
  longQueue,
  longVerification,
} from './delays';
import { failure, illness } from './failures';
import type { Finding } from './finding';
import { movement, waiting } from './progress';
import type { StageSubject } from './StageSubject';
import { ignorance, silence } from './unknowns';

/**
 * The first one that applies. Silence comes before everything that the controller would know better, so that it makes
 * nothing look failed, stuck or well.
 */
const RULES: ReadonlyArray<(subject: StageSubject) => Finding | undefined> = [
  failure,
  silence,
  illness,
  longPromotion,
  longVerification,
  longQueue,
  idleFreight,
  waiting,
  ignorance,
  movement,
];

/** What is to be said of a stage; `undefined` where it is well and nothing goes on. */
export function stageFinding(subject: StageSubject): Finding | undefined {
  for (const rule of RULES) {
    const finding = rule(subject);
    if (finding) return finding;
  }
  return undefined;
}
