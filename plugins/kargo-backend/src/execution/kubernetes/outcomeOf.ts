import type { ResourceResult } from '@fairway/kubernetes-resources';
import type { JsonObject } from '@backstage/types';
import type { ExecutionOutcome } from '../ActionExecutor';

/** What a write to a cluster came to: where there was no answer, nobody knows. */
export function outcomeOf(
  result: ResourceResult<JsonObject>,
  read: (object: JsonObject) => { readonly promotion?: string } = () => ({}),
): ExecutionOutcome {
  if (result.ok) return { status: 'executed', ...read(result.value) };
  return {
    status: result.reason === 'unreachable' ? 'failed' : 'refused',
    reason: result.message,
  };
}
