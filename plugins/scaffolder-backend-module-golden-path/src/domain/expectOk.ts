import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  ResourceFailure,
  ResourceResult,
} from '@fairway/kubernetes-resources';

interface Refusal {
  readonly error: new (message: string) => Error;
  readonly hint?: string;
}

const REFUSALS: Readonly<Record<ResourceFailure['reason'], Refusal>> = {
  forbidden: {
    error: NotAllowedError,
    hint: 'It is the cluster credential of the portal that lacks this right, not yours.',
  },
  unauthorized: {
    error: NotAllowedError,
    hint: 'It is the cluster credential of the portal that was refused, not yours.',
  },
  conflict: { error: ConflictError },
  invalid: { error: InputError },
  absent: {
    error: ServiceUnavailableError,
    hint: 'Is Kargo installed in this cluster?',
  },
  'not-found': { error: ServiceUnavailableError },
  gone: { error: ServiceUnavailableError },
  unreachable: { error: ServiceUnavailableError },
};

/** The value of an answer of a cluster. @throws an error of `@backstage/errors` that says what was refused and why */
export function expectOk<T>(what: string, result: ResourceResult<T>): T {
  if (result.ok) return result.value;
  const { error: RefusalError, hint } = REFUSALS[result.reason];
  const sentence = `Could not ${what}: ${result.message.replace(/\.$/, '')}.`;
  throw new RefusalError(hint ? `${sentence} ${hint}` : sentence);
}
