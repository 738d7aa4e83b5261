import type { ExecutorSupport } from '@fairway/plugin-kargo-common';
import { z } from 'zod/v4';
import type { CallerOptions } from '../../approvals/People';
import type {
  ActionExecutor,
  Assignment,
  ExecutionOutcome,
  WorkAction,
} from '../ActionExecutor';
import type { KargoApiClient } from './KargoApiClient';
import { kargoRequest, readStageRequest } from './kargoRequests';

const NO_TOKEN = {
  supported: false,
  reason:
    'Kargo is asked with a token of your own, and your browser has sent none. Sign in to Kargo, or let your platform team provide kargoTokenApiRef.',
  whoCanAct: 'caller',
} satisfies ExecutorSupport;

const named = z.object({ metadata: z.object({ name: z.string().min(1) }) });

/** Kargo v1.9 wraps the promotion, later ones do not. */
const promotionSchema = z.union([
  named,
  z.object({ promotion: named }).transform(({ promotion }) => promotion),
]);

/** Acts through the API of a Kargo with the token of the person who asked, so that Kargo asks for the person's rights. */
export class KargoApiExecutor implements ActionExecutor {
  readonly #client: KargoApiClient;

  constructor(options: { readonly client: KargoApiClient }) {
    this.#client = options.client;
  }

  supportOf(_: WorkAction, { kargoToken }: CallerOptions): ExecutorSupport {
    return kargoToken ? { supported: true } : NO_TOKEN;
  }

  /** Kargo tells nobody beforehand who may promote; whether it takes the token and shows the stage, it does. */
  async access(
    { project, stage }: Parameters<ActionExecutor['access']>[0],
    { kargoToken }: CallerOptions,
  ): ReturnType<ActionExecutor['access']> {
    if (!kargoToken) return { status: 'unknown', reason: NO_TOKEN.reason };
    const answer = await this.#client.send(
      readStageRequest({ project, stage }),
      kargoToken,
    );
    switch (answer.kind) {
      case 'done':
        return {
          status: 'observed',
          value: {
            allowed: true,
            needs: `to see the stage ${stage}; Kargo asks for the rest when it is done`,
          },
        };
      case 'refused':
        return {
          status: 'observed',
          value: {
            allowed: false,
            needs: `a token that lets you see the stage ${stage}. ${answer.message.replace(
              /\.$/,
              '',
            )}`,
          },
        };
      default:
        return {
          status: 'unknown',
          reason: 'Kargo gives no answer about the stage',
        };
    }
  }

  async execute(
    { work }: Assignment,
    { kargoToken }: CallerOptions,
  ): Promise<ExecutionOutcome> {
    if (!kargoToken) return { status: 'refused', reason: NO_TOKEN.reason };
    const answer = await this.#client.send(kargoRequest(work), kargoToken);
    if (answer.kind !== 'done') {
      return {
        status: answer.kind === 'lost' ? 'failed' : 'refused',
        reason: answer.message,
      };
    }
    if (work.action !== 'promote') return { status: 'executed' };
    const created = promotionSchema.safeParse(answer.body);
    return created.success
      ? { status: 'executed', promotion: created.data.metadata.name }
      : {
          status: 'failed',
          reason:
            'Kargo answered with something that is no promotion. Look there whether it was made.',
        };
  }
}
