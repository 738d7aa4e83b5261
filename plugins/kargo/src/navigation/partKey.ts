/** A stage or a promotion on a control plane. */
export interface Part {
  readonly controlPlane: string;
  readonly name: string;
}

/** A part as it stands in the URL. */
export function partKey(part: Part): string {
  return `${part.controlPlane}/${part.name}`;
}

/** Reads what stands in the URL; `undefined` where it is no part. */
export function readPartKey(key: string | undefined): Part | undefined {
  const slash = key?.indexOf('/') ?? -1;
  if (!key || slash < 1 || slash === key.length - 1) return undefined;
  return { controlPlane: key.slice(0, slash), name: key.slice(slash + 1) };
}
