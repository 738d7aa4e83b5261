import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import { parseInput } from './parseInput';

// As the catalog validates names: https://backstage.io/docs/features/software-catalog/descriptor-format
const entityPathSchema = z.object({
  kind: z.string().regex(/^[a-zA-Z]{1,63}$/),
  namespace: z.string().regex(/^[a-zA-Z0-9-]{1,63}$/),
  name: z.string().regex(/^[a-zA-Z0-9_.-]{1,63}$/),
});

/**
 * The entity that a path with `:kind/:namespace/:name` names.
 *
 * @throws `InputError` where it cannot be one
 *
 * @public
 */
export function readEntityRefPath(params: unknown): string {
  return stringifyEntityRef(parseInput(entityPathSchema, params));
}

/**
 * The entity that a text names, such as `component:default/checkout`; a component where it says no kind.
 *
 * @throws `InputError` where it is no entity ref
 *
 * @public
 */
export function readEntityRef(text: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind: 'component' }),
    );
  } catch {
    throw new InputError(`"${text}" is not an entity ref`);
  }
}
