import type { JsonObject } from '@backstage/types';
import type { SeededRandom } from '../clock/SeededRandom';

/** CloudEvents source by which the scorecard knows that these facts are simulated. */
export const HISTORY_SOURCE = 'demo-history';

/** A CloudEvents 1.0 event in JSON format. */
export interface HistoryEvent extends JsonObject {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: typeof HISTORY_SOURCE;
  readonly type: string;
  readonly time: string;
  readonly subject: string;
  readonly team: string;
  readonly data: JsonObject;
}

const DAY_MS = 86_400_000;
const DAYS = 182;
const TEAMS = ['payments', 'vision', 'search', 'logistics', 'identity'];
const SERVICES = 92;
/** Services that were there before anybody measured. */
const OLD_SERVICES = 22;
const PATH = 'template:default/standard-microservice';
/** Median days from birth to production, and the spread of the logarithm. */
const MEDIAN_DAYS = { onPath: 7, offPath: 16 };
const SIGMA = 0.7;
const RETIRED_SHARE = 0.07;
const LATER_ADOPTERS_SHARE = 0.15;

/**
 * What a company with a growing platform would have reported in 26 weeks: services that are born, more and more of them
 * on a golden path, that reach production or are given up. Complete up to `now`, nothing after it.
 */
export function demoHistory(options: {
  readonly random: SeededRandom;
  readonly now: Date;
}): HistoryEvent[] {
  const { random, now } = options;
  const start = now.getTime() - DAYS * DAY_MS;
  const events: HistoryEvent[] = [];
  for (let index = 0; index < SERVICES; index++) {
    const team = TEAMS[index % TEAMS.length];
    const subject = `component:default/demo-${team}-${index}`;
    const old = index < OLD_SERVICES;
    // More services are born towards the end than at the beginning.
    const birthDay = old ? random.next() * 3 : DAYS * random.next() ** 0.8;
    const at = (day: number) => start + day * DAY_MS;
    const add = (kind: string, day: number, data: JsonObject = {}) => {
      if (at(day) > now.getTime()) return;
      events.push({
        specversion: '1.0',
        id: `${subject}:${kind}`,
        source: HISTORY_SOURCE,
        type: `dev.fairway.${kind}`,
        time: new Date(at(day)).toISOString(),
        subject: kind.startsWith('path.') ? PATH : subject,
        team: `group:default/${team}-team`,
        data,
      });
    };

    const progress = birthDay / DAYS;
    const onPath = random.next() < (old ? 0.3 : 0.35 + 0.55 * progress);
    const path = { path: PATH, pathVersion: '1.0.0' };
    add('service.created', birthDay, {
      ...(onPath ? path : {}),
      ...(old ? { observedSince: 'install' } : {}),
    });
    if (onPath && !old) {
      const run = { ...path, taskId: `demo-${index}`, attempt: 1 };
      add('path.run.started', birthDay - 0.01, run);
      add('path.run.completed', birthDay - 0.008, run);
    }
    if (!onPath && random.next() < LATER_ADOPTERS_SHARE) {
      add('service.adopted', birthDay + 20 + 80 * random.next(), path);
    }
    const median = onPath ? MEDIAN_DAYS.onPath : MEDIAN_DAYS.offPath;
    const days = median * Math.exp(SIGMA * normal(random));
    if (random.next() < RETIRED_SHARE) {
      add('service.retired', birthDay + days);
      continue;
    }
    const promotion = {
      controlPlane: 'platform',
      project: `demo-${team}-${index}`,
      stage: 'prod',
      promotion: `prod.demo-${index}`,
      riskClass: 'application',
    };
    add('promotion.succeeded', birthDay + days, promotion);
    add('service.reached-production', birthDay + days, promotion);
  }
  return events.sort((a, b) => a.time.localeCompare(b.time));
}

/** A standard normal number by the method of Box and Muller. */
function normal(random: SeededRandom): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}
