import { numberBelow } from '@fairway/benchmarks';
import {
  FACT_TYPE_PREFIX,
  type PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';

const FIRST_MS = Date.UTC(2025, 10, 1);
const YEAR_S = 365 * 24 * 60 * 60;
const SERVICES = 2_000;
const TEAMS = 200;
const USERS = 10_000;

/** Facts as plugins send them, each different, the same for the same numbers. */
export function syntheticFacts(options: {
  readonly source: string;
  readonly from: number;
  readonly count: number;
}): PlatformFact[] {
  const { source, from, count } = options;
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const random = (what: string, limit: number) =>
      numberBelow(limit, `${what} ${number}`);
    const service = random('service', SERVICES);
    return {
      specversion: '1.0',
      id: `promotion-${number}:succeeded`,
      source,
      type: `${FACT_TYPE_PREFIX}promotion.succeeded`,
      time: new Date(FIRST_MS + random('time', YEAR_S) * 1_000).toISOString(),
      subject: `component:default/service-${service}`,
      team: `group:default/team-${service % TEAMS}`,
      actor: `user:default/person-${random('actor', USERS)}`,
      data: {
        controlPlane: 'main',
        project: `project-${service % TEAMS}`,
        stage: 'production',
        promotion: `promotion-${number}`,
        riskClass: 'application',
      },
    };
  });
}
