/** Where a control plane and its Argo CD instances show themselves to people. */
export interface ControlPlaneLinks {
  /** Kargo's user interface. */
  readonly kargo: string | undefined;
  /** Argo CD by shard; the empty name stands for stages without one. */
  readonly argocd: Readonly<Record<string, string>>;
}

/** @see akuity/kargo ui/src/config/paths.ts */
export function projectUrl(
  links: ControlPlaneLinks | undefined,
  project: string,
): string | undefined {
  return links?.kargo && `${links.kargo}/project/${project}`;
}

/** Links of a stage to Kargo and to the applications that it updates. */
export function stageLinks(
  links: ControlPlaneLinks | undefined,
  stage: {
    readonly project: string;
    readonly name: string;
    readonly shard: string | undefined;
    readonly argocdApps: ReadonlyArray<{
      readonly name: string;
      readonly namespace: string | undefined;
    }>;
  },
): Array<{ title: string; url: string }> {
  const project = projectUrl(links, stage.project);
  const argocd = links?.argocd[stage.shard ?? ''];
  return [
    ...(project
      ? [{ title: 'Open in Kargo', url: `${project}/stage/${stage.name}` }]
      : []),
    ...(argocd
      ? stage.argocdApps.map(({ name, namespace }) => ({
          title: `Argo CD: ${name}`,
          url: namespace
            ? `${argocd}/applications/${namespace}/${name}`
            : `${argocd}/applications/${name}`,
        }))
      : []),
  ];
}

/** Where Kargo shows the logs of a verification. */
export function analysisRunLinks(
  links: ControlPlaneLinks | undefined,
  run: {
    readonly project: string;
    readonly stage: string;
    readonly name: string;
  },
): Array<{ title: string; url: string }> {
  if (!links?.kargo) return [];
  const { project, stage, name } = run;
  return [
    {
      title: 'Logs in Kargo',
      url: `${links.kargo}/ext/project/${project}/stage/${stage}/analysis-run/${name}/logs`,
    },
  ];
}
