import { controllerState } from '../model/controller';
import type { Obstacle } from './obstacle';
import type { StageSituation } from './StageSituation';

/** What people, calendars and silent controllers hold up. */
export function policyObstacles(situation: StageSituation): Obstacle[] {
  const { closedWindow, missingApprovals, missingPermission } = situation;
  const stops = 'promotion';
  return [
    ...review(situation),
    ...(closedWindow
      ? [{ stops, kind: 'window-closed', ...closedWindow } as const]
      : []),
    ...(missingApprovals
      ? [{ stops, kind: 'approval-missing', ...missingApprovals } as const]
      : []),
    ...silence(situation),
    ...(missingPermission
      ? [
          {
            stops,
            kind: 'not-permitted',
            permission: missingPermission,
          } as const,
        ]
      : []),
  ];
}

function review({ running }: StageSituation): Obstacle[] {
  const step = running?.steps.find(({ status }) => status === 'Running');
  if (!running || step?.uses !== 'git-wait-for-pr') return [];
  // The waiting step knows the state of the pull request, the one that opened it its address.
  const opened = running.steps.findLast(
    ({ output }) => output.pullRequest?.url !== undefined,
  )?.output.pullRequest;
  if (opened?.open === false || step.output.pullRequest?.merged) return [];
  return [
    {
      stops: 'promotion',
      kind: 'waiting-for-review',
      url: step.output.pullRequest?.url ?? opened?.url,
      since: step.startedAt,
    },
  ];
}

function silence({ stage, controllers, at }: StageSituation): Obstacle[] {
  if (!controllers || controllers.length === 0) return [];
  const state = controllerState(controllers, stage.shard, at);
  return state.status === 'silent'
    ? [
        {
          stops: 'promotion',
          kind: 'controller-silent',
          shard: stage.shard,
          since: state.since,
        },
      ]
    : [];
}
