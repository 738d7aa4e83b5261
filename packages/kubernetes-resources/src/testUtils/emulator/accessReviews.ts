import { z } from 'zod/v4';
import type { JsonObject } from '@backstage/types';
import type { Authorizer, ResourceAttributes } from './Authorizer';
import { apiErrors } from './KubernetesApiError';
import type { UserInfo } from './UserInfo';

const attributesSchema = z.object({
  verb: z.string().default(''),
  group: z.string().default(''),
  resource: z.string().default(''),
  subresource: z.string().optional(),
  namespace: z.string().optional(),
  name: z.string().optional(),
});

const specSchema = z.object({
  resourceAttributes: attributesSchema.optional(),
  nonResourceAttributes: z
    .object({ path: z.string().default(''), verb: z.string().default('') })
    .optional(),
  user: z.string().optional(),
  groups: z.array(z.string()).optional(),
});

const reviewSchema = z.object({ spec: specSchema.default({}) });

interface ReviewContext {
  readonly body: JsonObject;
  readonly user: UserInfo;
  readonly authorizer: Authorizer;
  readonly now: string;
}

function invalidReview(group: string, field: string, message: string): Error {
  return apiErrors.invalid({
    kind: '',
    group,
    name: '',
    causes: [{ reason: 'FieldValueInvalid', message, field }],
  });
}

function readSpec(body: JsonObject): z.infer<typeof specSchema> {
  const review = reviewSchema.safeParse(body);
  if (!review.success) {
    throw apiErrors.badRequest(
      `the review cannot be read: ${z.prettifyError(review.error)}`,
    );
  }
  return review.data.spec;
}

function emptyToUndefined(
  attributes: z.infer<typeof attributesSchema>,
): ResourceAttributes {
  return {
    ...attributes,
    subresource: attributes.subresource || undefined,
    namespace: attributes.namespace || undefined,
    name: attributes.name || undefined,
  };
}

function decide(
  spec: z.infer<typeof specSchema>,
  user: UserInfo,
  authorizer: Authorizer,
): boolean {
  if (spec.resourceAttributes) {
    return authorizer.allows(user, emptyToUndefined(spec.resourceAttributes));
  }
  if (spec.nonResourceAttributes) {
    const { path, verb } = spec.nonResourceAttributes;
    return authorizer.allowsPath(user, path, verb);
  }
  throw invalidReview(
    'authorization.k8s.io',
    'spec.resourceAttributes',
    'Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified',
  );
}

function answer(kind: string, body: JsonObject, allowed: boolean): JsonObject {
  return {
    kind,
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec: body.spec ?? {},
    status: { allowed },
  };
}

function selfSubjectAccessReview(context: ReviewContext): JsonObject {
  const { body, user, authorizer } = context;
  return answer(
    'SelfSubjectAccessReview',
    body,
    decide(readSpec(body), user, authorizer),
  );
}

function subjectAccessReview(context: ReviewContext): JsonObject {
  const { body, authorizer } = context;
  const spec = readSpec(body);
  if (!spec.user && !spec.groups?.length) {
    throw invalidReview(
      'authorization.k8s.io',
      'spec.user',
      'Invalid value: "": at least one of user or group must be specified',
    );
  }
  const subject = { name: spec.user ?? '', groups: spec.groups ?? [] };
  return answer('SubjectAccessReview', body, decide(spec, subject, authorizer));
}

function selfSubjectReview({ user, now }: ReviewContext): JsonObject {
  return {
    kind: 'SelfSubjectReview',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: { creationTimestamp: now },
    status: {
      userInfo: {
        username: user.name,
        ...(user.uid !== undefined && { uid: user.uid }),
        groups: [...user.groups],
      },
    },
  };
}

/** Resources that only answer a question: they can be created and nothing else. */
export const accessReviews: Readonly<
  Record<string, (context: ReviewContext) => JsonObject>
> = {
  'authorization.k8s.io/v1/selfsubjectaccessreviews': selfSubjectAccessReview,
  'authorization.k8s.io/v1/subjectaccessreviews': subjectAccessReview,
  'authentication.k8s.io/v1/selfsubjectreviews': selfSubjectReview,
};
