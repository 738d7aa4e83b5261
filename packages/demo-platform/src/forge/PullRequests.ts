import { z } from 'zod/v4';
import { timeText } from '../clock/durations';

export const createPullSchema = z.object({
  title: z.string().min(1),
  body: z.string().default(''),
  head: z.string().min(1),
  base: z.string().min(1),
});

/** A pull request as Gitea describes it. */
export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly html_url: string;
  readonly created_at: string;
  readonly head: { readonly ref: string };
  readonly base: { readonly ref: string };
}

/** Pull requests as data: nothing is merged. */
export class PullRequests {
  readonly #byRepository = new Map<string, PullRequest[]>();

  list(repository: string): readonly PullRequest[] {
    return this.#byRepository.get(repository) ?? [];
  }

  create(options: {
    readonly repository: string;
    readonly url: string;
    readonly draft: z.infer<typeof createPullSchema>;
    readonly now: Date;
  }): PullRequest {
    const existing = this.list(options.repository);
    const number = existing.length + 1;
    const { title, body, head, base } = options.draft;
    const pull: PullRequest = {
      number,
      title,
      body,
      state: 'open',
      html_url: `${options.url}/pulls/${number}`,
      created_at: timeText(options.now),
      head: { ref: head },
      base: { ref: base },
    };
    this.#byRepository.set(options.repository, [...existing, pull]);
    return pull;
  }
}
