import type { Freight, Origin, ProjectConfig, Stage } from './kargoSchemas';

function nameMatches(pattern: string, name: string): boolean {
  if (pattern.startsWith('regex:')) {
    return new RegExp(pattern.slice('regex:'.length)).test(name);
  }
  if (pattern.startsWith('glob:')) {
    const expression = pattern
      .slice('glob:'.length)
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.');
    return new RegExp(`^${expression}$`).test(name);
  }
  return pattern === name;
}

/** The first matching policy decides. */
export function isAutoPromotionEnabled(
  config: ProjectConfig | undefined,
  stage: Stage,
): boolean {
  const policy = config?.spec.promotionPolicies.find(
    ({ stage: legacyName, stageSelector }) => {
      if (legacyName !== undefined) {
        return legacyName === stage.metadata.name;
      }
      const labels = Object.entries(stageSelector?.matchLabels ?? {});
      return (
        (stageSelector?.name === undefined ||
          nameMatches(stageSelector.name, stage.metadata.name)) &&
        labels.every(([key, value]) => stage.metadata.labels[key] === value)
      );
    },
  );
  return policy?.autoPromotionEnabled ?? false;
}

/** When freight was found. */
export function discoveryTime(freight: Freight): number {
  return Date.parse(freight.discoveredAt ?? freight.metadata.creationTimestamp);
}

/** The newest freight of an origin. */
export function newestOf(
  freights: readonly Freight[],
  origin: Origin,
): Freight | undefined {
  return freights
    .filter(
      freight =>
        freight.origin.kind === origin.kind &&
        freight.origin.name === origin.name,
    )
    .sort((left, right) => discoveryTime(right) - discoveryTime(left))[0];
}
