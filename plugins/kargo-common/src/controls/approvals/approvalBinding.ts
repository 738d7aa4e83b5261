import { z } from 'zod/v4';

const nameSchema = z.string().min(1).max(253);

/** To what an approval applies, and to nothing else: this freight, in this stage, at this risk. */
export const approvalBindingSchema = z.object({
  controlPlane: nameSchema,
  project: nameSchema,
  stage: nameSchema,
  freight: nameSchema,
  riskClass: nameSchema,
});

/** @public */
export type ApprovalBinding = z.infer<typeof approvalBindingSchema>;

/** Two bindings have the same key if and only if they are the same. */
export function bindingKey(binding: ApprovalBinding): string {
  const { controlPlane, project, stage, freight, riskClass } = binding;
  return JSON.stringify([controlPlane, project, stage, freight, riskClass]);
}
