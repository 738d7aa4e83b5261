import { z } from 'zod/v4';
import { safeLink } from './safeLink';

/**
 * What a step left behind that leads somewhere. The rest of its output may hold secrets and stays where it is.
 *
 * @public
 */
export interface StepOutput {
  readonly pullRequest:
    | {
        readonly id: number | undefined;
        readonly url: string | undefined;
        readonly open: boolean | undefined;
        readonly merged: boolean | undefined;
      }
    | undefined;
  readonly commit: string | undefined;
  readonly branch: string | undefined;
  readonly links: ReadonlyArray<{
    readonly title: string;
    readonly url: string;
  }>;
}

const outputSchema = z.object({
  pr: z
    .object({
      id: z.number().optional().catch(undefined),
      url: z.string().optional().catch(undefined),
      open: z.boolean().optional().catch(undefined),
      merged: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  commit: z.string().optional().catch(undefined),
  commitURL: z.string().optional().catch(undefined),
  branch: z.string().optional().catch(undefined),
  links: z
    .array(z.object({ title: z.string().optional(), url: z.string() }))
    .optional()
    .catch(undefined),
});

/**
 * Reads `status.state[alias]`, whose form each step decides for itself: what cannot be read is not there.
 *
 * @see akuity/kargo pkg/promotion/runner/builtin (git_pr_opener.go, git_pr_waiter.go, git_pusher.go)
 */
export function readStepOutput(state: unknown): StepOutput {
  const output = outputSchema.catch({}).parse(state ?? {});
  const commitUrl = safeLink(output.commitURL);
  return {
    pullRequest: output.pr && {
      id: output.pr.id,
      url: safeLink(output.pr.url),
      open: output.pr.open,
      merged: output.pr.merged,
    },
    commit: output.commit,
    branch: output.branch,
    links: [
      ...(commitUrl ? [{ title: 'Commit', url: commitUrl }] : []),
      ...(output.links ?? []).flatMap(({ title, url }) => {
        const safe = safeLink(url);
        return safe ? [{ title: title || safe, url: safe }] : [];
      }),
    ],
  };
}
