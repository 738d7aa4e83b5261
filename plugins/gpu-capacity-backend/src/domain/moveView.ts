import {
  moveSentence,
  type ClusterPod,
  type MoveAdvice,
  type MoveOption,
  type MoveOptionView,
  type MoveView,
  type PodRef,
} from '@fairway/plugin-gpu-capacity-common';

/** Says what a reader may know of a pod. */
export type NamePods = (pod: ClusterPod) => PodRef;

/** Advice on moves as a reader may see it. */
export function moveView(
  pod: string,
  advice: MoveAdvice,
  nameOf: NamePods,
): MoveView {
  return {
    sentence: moveSentence(pod, advice),
    move: advice.move && optionView(advice.move, nameOf),
    preempt: advice.preempt && optionView(advice.preempt, nameOf),
    exhaustive: advice.exhaustive,
  };
}

function optionView(option: MoveOption, nameOf: NamePods): MoveOptionView {
  return {
    node: option.node,
    pods: option.pods.map(pod => ({
      pod: nameOf(pod),
      devices: devicesOf(pod),
      priority: pod.shape.priority,
      to: option.moves?.find(move => move.pod === pod)?.to,
    })),
  };
}

/** Extended resources that a pod holds. */
export function devicesOf(pod: ClusterPod): Record<string, number> {
  return Object.fromEntries(
    Object.entries(pod.shape.requests).filter(
      ([resource, amount]) => resource.includes('/') && amount > 0,
    ),
  );
}
