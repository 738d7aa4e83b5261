import { redact } from '../diagnosis/redact';
import type { Artifacts } from '../model/artifacts';
import { compareNewestFirst, type Freight } from '../model/freight';
import type { Stage } from '../model/stage';
import type { KargoSearchDocument } from './searchDocument';

/** Older freight is found where it still is: in a stage. */
const MAX_NEW_FREIGHT = 50;
const MAX_NAMES = 20;

/**
 * What the search finds of the project of an entity: its stages, the newest freight and what is in a stage.
 *
 * @public
 */
export function searchDocumentsOf(place: {
  readonly entity: { readonly ref: string; readonly title: string };
  readonly controlPlane: {
    readonly name: string;
    readonly title: string | undefined;
  };
  readonly project: string;
  /** Those that belong to the entity. */
  readonly stages: readonly Stage[];
  readonly freight: readonly Freight[];
}): KargoSearchDocument[] {
  const { entity, controlPlane, project, stages, freight } = place;
  const common = {
    entityRef: entity.ref,
    project,
    controlPlane: controlPlane.name,
  };
  const where = `project ${project} on ${
    controlPlane.title ?? controlPlane.name
  }`;
  return [
    ...stages.map(
      (stage): KargoSearchDocument => ({
        ...common,
        kind: 'stage',
        title: `${stage.name} of ${entity.title}`,
        text: sentences([
          `Kargo stage ${stage.name}, ${where}`,
          stage.freight && `has ${stage.freight.version ?? stage.freight.name}`,
          stage.shard && `shard ${stage.shard}`,
        ]),
        selection: { stage: `${controlPlane.name}/${stage.name}` },
        stage: stage.name,
        version: stage.freight?.version,
      }),
    ),
    ...worthFinding(freight, stages).map(
      (item): KargoSearchDocument => ({
        ...common,
        kind: 'freight',
        title: `${item.version ?? item.alias ?? item.name} of ${entity.title}`,
        text: sentences([
          `Kargo freight ${item.alias ?? item.name}, ${where}`,
          names(item.artifacts).join(', '),
          item.currentlyIn.length > 0 &&
            `in ${item.currentlyIn
              .slice(0, MAX_NAMES)
              .map(({ stage }) => stage)
              .join(', ')}`,
        ]),
        selection: { tab: 'freight' },
        version: item.version,
      }),
    ),
  ];
}

/** Of the origins that the stages take. */
function worthFinding(
  freight: readonly Freight[],
  stages: readonly Stage[],
): Freight[] {
  const origins = new Set<string | undefined>(
    stages.flatMap(({ requests }) => requests.map(({ origin }) => origin)),
  );
  return freight
    .filter(({ origin }) => origins.has(origin))
    .sort(compareNewestFirst)
    .filter(
      ({ currentlyIn }, index) =>
        index < MAX_NEW_FREIGHT || currentlyIn.length > 0,
    );
}

/** The index is no place for a password in a URL. */
function names({ images, charts, commits }: Artifacts): string[] {
  return [
    ...images.map(({ repoURL, tag }) => [redact(repoURL), tag]),
    ...charts.map(({ repoURL, name, version }) => [
      redact(repoURL),
      name,
      version,
    ]),
    ...commits.map(({ repoURL, id, tag, branch }) => [
      redact(repoURL),
      tag,
      branch,
      id,
    ]),
  ]
    .slice(0, MAX_NAMES)
    .map(parts => parts.filter(Boolean).join(' '));
}

function sentences(parts: ReadonlyArray<string | undefined | false>): string {
  return `${parts.filter(Boolean).join('; ')}.`;
}
