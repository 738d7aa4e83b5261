import { readAdvice, type AdviceEvidence } from '@fairway/plugin-kargo-common';
import type {
  AdvisorAnswer,
  DiagnosisAdvisor,
} from '@fairway/plugin-kargo-node';

/**
 * Asks an advisor, of which nothing is known: it may throw, never answer, or answer anything. Ends by the signal even
 * where the advisor does not.
 *
 * @param request - `signal`: aborted with a `TimeoutError` where the time is over
 */
export async function askAdvisor(
  advisor: DiagnosisAdvisor,
  request: { readonly evidence: AdviceEvidence; readonly signal: AbortSignal },
): Promise<AdvisorAnswer> {
  const { signal } = request;
  if (signal.aborted) return ended(signal);
  let onAbort = () => {};
  const end = new Promise<AdvisorAnswer>(resolve => {
    onAbort = () => resolve(ended(signal));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    const answer = await Promise.race([advisor.advise(request), end]);
    if (answer.status === 'failed') return answer;
    const read = readAdvice(answer.advice);
    return read.status === 'read'
      ? { status: 'advice', advice: read.advice }
      : { status: 'failed', failure: { kind: read.status } };
  } catch {
    // What it threw may quote the evidence, so it is not even looked at.
    return { status: 'failed', failure: { kind: 'endpoint-failed' } };
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function ended(signal: AbortSignal): AdvisorAnswer {
  const timedOut =
    signal.reason instanceof DOMException &&
    signal.reason.name === 'TimeoutError';
  return {
    status: 'failed',
    failure: { kind: timedOut ? 'timed-out' : 'aborted' },
  };
}
