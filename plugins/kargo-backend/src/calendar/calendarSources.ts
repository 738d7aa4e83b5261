import {
  freshnessOf,
  type ResourceSnapshot,
} from '@fairway/kubernetes-resources';
import type { CalendarSource } from '@fairway/plugin-kargo-common';
import type { ControlPlane } from '../services/ControlPlane';
import type { CalendarProject } from './calendarStages';

/** Where the rules of some projects come from, and how current that is. */
export function calendarSources(
  projects: readonly CalendarProject[],
  at: Date,
): CalendarSource[] {
  const visible = new Map<ControlPlane, Set<string>>();
  for (const { controlPlane, project } of projects) {
    const names = visible.get(controlPlane) ?? new Set();
    visible.set(controlPlane, names.add(project));
  }
  return [
    {
      type: 'config',
      title: 'Configuration of this portal',
      freshness: { status: 'live', asOf: at.toISOString() },
    },
    ...[...visible].flatMap(([controlPlane, names]) => [
      ...kargoSources(controlPlane, names),
      ...argoCdSources(controlPlane, names),
    ]),
  ];
}

function kargoSources(
  { name, title, observations }: ControlPlane,
  projects: ReadonlySet<string>,
): CalendarSource[] {
  const source = (
    what: string,
    snapshot: ResourceSnapshot<unknown>,
    isVisible: (key: string) => boolean,
  ): CalendarSource => {
    const broken = snapshot.malformed.filter(({ key }) => isVisible(key));
    return {
      type: 'kargo',
      title: `${what} on ${title ?? name}`,
      controlPlane: name,
      freshness: freshnessOf(snapshot.state),
      detail:
        broken.length > 0
          ? `${broken
              .map(({ key }) => key)
              .join(', ')} cannot be read, nor can the windows in it.`
          : undefined,
    };
  };
  return [
    source(
      "Kargo's ProjectConfigs",
      observations.projectConfigs.snapshot(),
      key => projects.has(key.split('/')[0]),
    ),
    source(
      "Kargo's ClusterConfig",
      observations.clusterConfigs.snapshot(),
      () => true,
    ),
  ];
}

/** Of the shards with which the projects that may be seen have to do. */
function argoCdSources(
  controlPlane: ControlPlane,
  projects: ReadonlySet<string>,
): CalendarSource[] {
  const stages = [...projects]
    .flatMap(project => controlPlane.stagesOf(project))
    .filter(({ argocdApps }) => argocdApps.length > 0);
  const shards = new Set(stages.map(({ shard }) => shard));
  return [...shards].map((shard): CalendarSource => {
    const argoCd = controlPlane.argoCds.of(shard);
    const apps = stages
      .filter(stage => stage.shard === shard)
      .flatMap(({ argocdApps }) => argocdApps);
    const key = `kargo.argocd.${controlPlane.name}.${shard ?? 'default'}`;
    const base = {
      type: 'argocd' as const,
      controlPlane: controlPlane.name,
      title: `Sync windows of Argo CD ${
        argoCd ? `on ${argoCd.cluster}` : `of the shard ${shard}`
      }`,
    };
    if (!argoCd) {
      return {
        ...base,
        freshness: {
          status: 'unobserved',
          reason: 'Nobody said where this Argo CD is.',
        },
        detail: `Set ${key} to the name of its cluster.`,
      };
    }
    const missing = apps.filter(app => argoCd.find(app).status === 'unknown');
    const state = argoCd.state() ?? { status: 'loading' as const };
    return {
      ...base,
      freshness: freshnessOf(state),
      detail:
        state.status === 'absent' && !argoCd.configured
          ? `It is not beside Kargo. Set ${key} to the name of its cluster.`
          : missingApps(missing.map(({ name }) => name)),
    };
  });
}

const MAX_NAMES = 5;

function missingApps(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const more = names.length - MAX_NAMES;
  return `Applications whose windows are not known: ${names
    .slice(0, MAX_NAMES)
    .join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
