import { z } from 'zod/v4';
import { actorOf, type Actor } from './actor';
import { ANNOTATION_ABORT, type Annotations } from '../model/portalAnnotations';

const abortRequestSchema = z.object({ actor: z.string().min(1) });

/**
 * Who asked to abort a promotion; `undefined` where the request does not say. Kargo's webhook writes the actor into it.
 *
 * @see akuity/kargo api/v1alpha1/annotations.go and pkg/webhook/kubernetes/promotion/webhook.go
 */
export function abortedBy(
  annotations: Annotations | undefined,
  portalIdentities: readonly string[],
): Actor | undefined {
  const value = annotations?.[ANNOTATION_ABORT];
  if (!value?.startsWith('{')) return undefined;
  try {
    const request = abortRequestSchema.safeParse(JSON.parse(value));
    // The annotations of the portal name who promoted, which says nothing of who aborted.
    return request.success
      ? actorOf(request.data.actor, { portalIdentities })
      : undefined;
  } catch {
    return undefined;
  }
}
