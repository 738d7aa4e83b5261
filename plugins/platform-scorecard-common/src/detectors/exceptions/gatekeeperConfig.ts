import { z } from 'zod/v4';
import { inNamespaces } from './namespaceTests';
import { readingOf } from './readingOf';

const configSchema = z.object({
  spec: z
    .object({
      match: z
        .array(
          z.object({
            processes: z.array(z.string()).nullish(),
            excludedNamespaces: z.array(z.string()).nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

/** Processes that check; the others replicate data and mutate. */
const CHECKING_PROCESSES: ReadonlySet<string> = new Set([
  '*',
  'webhook',
  'audit',
]);

/**
 * Reads the Config of Gatekeeper: namespaces that no constraint looks at.
 *
 * @see open-policy-agent/gatekeeper apis/config/v1alpha1/config_types.go, pkg/controller/config/process/excluder.go
 */
export const readGatekeeperConfig = readingOf(configSchema, ({ spec }) => {
  const entries = spec?.match ?? [];
  const checking = entries.filter(({ processes }) =>
    processes?.some(process => CHECKING_PROCESSES.has(process)),
  );
  const patterns = new Set(
    checking.flatMap(({ excludedNamespaces }) => excludedNamespaces ?? []),
  );
  if (patterns.size === 0) {
    return entries.length > 0
      ? {
          rule: 'not-checking',
          why: 'it keeps namespaces from being replicated or mutated, and not from being checked',
        }
      : { rule: 'no-exclusion', why: 'it excludes no namespace' };
  }
  return {
    scopes: Array.from(patterns, pattern => ({
      system: 'gatekeeper' as const,
      effect: 'excluded' as const,
      part: pattern,
      policies: ['*'],
      covers: `everything in ${pattern}`,
      namespaces: [pattern],
      coverage: inNamespaces([pattern]),
    })),
  };
});
