import { z } from 'zod/v4';

const metadataSchema = z.object({
  name: z.string().min(1),
  namespace: z.string().min(1),
});

const applicationObjectSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    project: z.string().nullish(),
    destination: z
      .object({
        name: z.string().nullish(),
        server: z.string().nullish(),
        namespace: z.string().nullish(),
      })
      .nullish(),
  }),
});

const appProjectObjectSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({ syncWindows: z.array(z.unknown()).nullish() }).nullish(),
});

/** The project of an application that names none. */
const DEFAULT_PROJECT = 'default';

/**
 * An application of Argo CD, as far as it decides which sync windows concern it.
 *
 * @public
 */
export interface ArgoCdApplication {
  readonly name: string;
  readonly namespace: string;
  /** Name of its AppProject. */
  readonly appProject: string;
  readonly destination: {
    readonly name?: string;
    readonly server?: string;
    readonly namespace?: string;
  };
}

/**
 * A project of Argo CD, as far as the calendar needs it.
 *
 * @public
 */
export interface ArgoCdAppProject {
  readonly name: string;
  readonly namespace: string;
  /** `spec.syncWindows` as it is; each window is read by itself. */
  readonly syncWindows: readonly unknown[];
}

/**
 * Reads an `applications` object of Argo CD.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readArgoCdApplication(object: unknown): ArgoCdApplication {
  const { metadata, spec } = applicationObjectSchema.parse(object);
  const { name, server, namespace } = spec.destination ?? {};
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    appProject: spec.project || DEFAULT_PROJECT,
    destination: {
      ...(name && { name }),
      ...(server && { server }),
      ...(namespace && { namespace }),
    },
  };
}

/**
 * Reads an `appprojects` object of Argo CD.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/project.yaml
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readArgoCdAppProject(object: unknown): ArgoCdAppProject {
  const { metadata, spec } = appProjectObjectSchema.parse(object);
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    syncWindows: spec?.syncWindows ?? [],
  };
}
