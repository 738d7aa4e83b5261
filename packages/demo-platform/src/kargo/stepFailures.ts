import type { Promotion } from './kargoSchemas';

/** A step that does not succeed. */
export interface StepFailure {
  readonly status: 'Failed' | 'Errored';
  readonly message: string;
}

type Failure = (alias: string, promotion: Promotion) => StepFailure;

/** The failures that a kind of step meets by chance, in the words of Kargo's runners. */
export const CHANCE_FAILURES: Readonly<Record<string, Failure | undefined>> = {
  'git-push': alias => ({
    status: 'Errored',
    message: `step "${alias}" met error threshold of 1: error pushing commits to remote: error pushing branch: non-fast-forward`,
  }),
  'argocd-update': alias => ({
    status: 'Errored',
    message: `step "${alias}" timed out after 5m0s`,
  }),
  'git-clone': alias => ({
    status: 'Errored',
    message: `step "${alias}" met error threshold of 1: error cloning repository: Authentication failed`,
  }),
  http: alias => ({
    status: 'Failed',
    message: `step "${alias}": HTTP (409) response met failure criteria: "response.status == 409"`,
  }),
};

/**
 * The failures that a Stage can ask for, by name, as v1.11 words them
 * (`pkg/promotion/runner/builtin/{git_pusher,argocd_updater}.go` and the wrappers of `pkg/promotion`).
 */
export const PLANNED_FAILURES: Readonly<Record<string, Failure | undefined>> = {
  'push-race': alias => ({
    status: 'Errored',
    message: `step "${alias}" met error threshold of 1: error running step "${alias}": error pushing commits to remote: error pushing branch: non-fast-forward`,
  }),
  'argocd-not-permitted': (alias, { metadata, spec }) => ({
    status: 'Errored',
    message: `an unrecoverable error occurred: error running step "${alias}": Argo CD Application "${metadata.namespace}-${spec.stage}" in namespace "argocd" does not permit mutation by Kargo Stage ${spec.stage} in namespace ${metadata.namespace}`,
  }),
};
