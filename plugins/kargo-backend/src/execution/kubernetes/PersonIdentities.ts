import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Impersonation } from '@fairway/kubernetes-resources';
import type { Caller } from '@fairway/plugin-kargo-common';
import { z } from 'zod/v4';

/** How people are called on the control planes. */
export interface IdentityConfig {
  /** The e-mail address of the profile, or the name of the user entity. */
  readonly user: 'email' | 'name';
  /** Whether the groups of a person are theirs on the control planes too. */
  readonly groups: boolean;
}

const profileSchema = z.object({
  profile: z.object({ email: z.string().min(1) }),
});

/** Finds out who a signed-in person is on the control planes. */
export class PersonIdentities {
  readonly #catalog: CatalogService;
  readonly #config: IdentityConfig;

  constructor(options: {
    readonly catalog: CatalogService;
    readonly config: IdentityConfig;
  }) {
    this.#catalog = options.catalog;
    this.#config = options.config;
  }

  /** @throws `NotAllowedError` where the catalog does not say who the person is there */
  async identify(
    caller: Caller,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<Impersonation> {
    const { name } = parseEntityRef(caller.ref);
    return {
      user:
        this.#config.user === 'name'
          ? name
          : await this.#emailOf(caller.ref, options),
      groups: this.#config.groups
        ? caller.ownershipRefs
            .map(ref => parseEntityRef(ref))
            .filter(({ kind }) => kind.toLocaleLowerCase('en-US') === 'group')
            .map(group => group.name)
        : undefined,
    };
  }

  async #emailOf(
    ref: string,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<string> {
    const entity = await this.#catalog.getEntityByRef(ref, options);
    const spec = profileSchema.safeParse(entity?.spec);
    if (!spec.success) {
      throw new NotAllowedError(
        `The catalog knows no e-mail address of ${ref}, by which the control plane would know you.`,
      );
    }
    return spec.data.profile.email;
  }
}
