import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/** Does something that the audit log tells of, whether it succeeds or not. */
export async function audited<T>(
  auditor: AuditorService,
  event: Omit<AuditorServiceCreateEventOptions, 'severityLevel'>,
  run: () => Promise<{ readonly answer: T; readonly meta: JsonObject }>,
): Promise<T> {
  const auditorEvent = await auditor.createEvent({
    ...event,
    severityLevel: 'medium',
  });
  try {
    const { answer, meta } = await run();
    await auditorEvent.success({ meta });
    return answer;
  } catch (error) {
    await auditorEvent.fail({ error: toError(error) });
    throw error;
  }
}
