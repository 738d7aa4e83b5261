import {
  counted,
  migCardOf,
  productName,
} from '@fairway/plugin-gpu-capacity-common';
import type { AskedPod } from '../services/PodUses';
import type { RightSizeGroup } from './rightSizeGroups';

/** What Prometheus is asked for a hint, or why it is not asked. */
export type RightSizeQuestion =
  | { readonly ask: readonly AskedPod[] }
  | { readonly reason: string };

const HOUR_SECONDS = 3_600;
const LEAST_HOURS = 24;
const MOST_HOURS = 7 * 24;
const MOST_PODS = 16;

type Rule = (group: RightSizeGroup) => string | undefined;

const shared: Rule = ({ shared: isShared, pods }) =>
  isShared ||
  pods.some(({ devices }) => devices.some(({ attributable }) => !attributable))
    ? 'its devices are shared, so no figure is its own'
    : undefined;

const indivisible: Rule = ({ product }) => {
  if (product === undefined) return 'its product is not known';
  return migCardOf(product)
    ? undefined
    : `${productName(product)} is not known to be divisible`;
};

/** @see https://docs.nvidia.com/datacenter/tesla/mig-user-guide/ on peer-to-peer between GPUs */
const several: Rule = ({ pods }) => {
  const most = Math.max(...pods.map(({ units }) => units));
  return most > 1
    ? `a pod uses ${most} devices together, and parts of cards cannot reach each other directly`
    : undefined;
};

const silent: Rule = ({ pods }) => {
  const held = pods.reduce((sum, { units }) => sum + units, 0);
  const reporting = pods
    .flatMap(({ devices }) => devices)
    .filter(({ deviceKey }) => deviceKey !== undefined).length;
  return reporting < held
    ? `only ${reporting} of ${counted(held, 'device', 'devices')} report`
    : undefined;
};

const many: Rule = ({ pods }) =>
  pods.length > MOST_PODS
    ? `it has ${pods.length} pods, and the use of ${MOST_PODS} at most is looked at`
    : undefined;

const RULES: readonly Rule[] = [shared, indivisible, several, silent, many];

/** Finds out what can be found out without Prometheus: most groups need no question. */
export function rightSizeQuestion(
  group: RightSizeGroup,
  nowMs: number,
): RightSizeQuestion {
  const reason = RULES.map(rule => rule(group)).find(Boolean);
  if (reason !== undefined) return { reason };
  const starts = group.pods.map(({ pod }) => pod.startedAt);
  if (starts.includes(undefined)) {
    return { reason: 'since when its pods hold their devices is not known' };
  }
  const youngestMs = Math.max(...starts.map(startedAt => startedAt ?? nowMs));
  const hours = Math.floor((nowMs - youngestMs) / 1_000 / HOUR_SECONDS);
  if (hours < LEAST_HOURS) {
    return {
      reason: `its youngest pod has held its device for ${
        hours < 1 ? 'less than an hour' : counted(hours, 'hour', 'hours')
      }, and a hint takes a day`,
    };
  }
  const span = {
    periodSeconds: Math.min(hours, MOST_HOURS) * HOUR_SECONDS,
    stepSeconds: HOUR_SECONDS,
  };
  return {
    ask: group.pods.map(({ pod, units }) => ({
      cluster: group.cluster,
      uid: pod.uid,
      namespace: pod.namespace,
      name: pod.name,
      units,
      span,
    })),
  };
}
