import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_KARGO_PROJECT,
  kargoScopeOf,
  type KargoScope,
  type PortfolioEntity,
} from '@fairway/plugin-kargo-common';

/** An entity with a Kargo project, as far as the portfolio needs it. */
export interface ProjectEntity extends PortfolioEntity {
  /** As it is annotated, which need not be a name. */
  readonly project: string;
  readonly scope: Exclude<KargoScope, { readonly status: 'none' }>;
}

/** What {@link projectEntity} reads, for the catalog to send no more. */
export const PROJECT_ENTITY_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
];

/** `undefined` where the entity has no Kargo project. */
export function projectEntity(entity: Entity): ProjectEntity | undefined {
  const scope = kargoScopeOf(entity);
  if (scope.status === 'none') return undefined;
  const { annotations, name, title } = entity.metadata;
  return {
    ref: stringifyEntityRef(entity),
    title: title ?? name,
    owner: targetOf(entity, RELATION_OWNED_BY),
    system: isKind(stringifyEntityRef(entity), 'system')
      ? stringifyEntityRef(entity)
      : targetOf(entity, RELATION_PART_OF, 'system'),
    project:
      scope.status === 'project'
        ? scope.project
        : annotations?.[ANNOTATION_KARGO_PROJECT] ?? '',
    scope,
  };
}

function targetOf(
  { relations }: Entity,
  type: string,
  kind?: string,
): string | undefined {
  return relations?.find(
    relation =>
      relation.type === type && (!kind || isKind(relation.targetRef, kind)),
  )?.targetRef;
}

function isKind(entityRef: string, kind: string): boolean {
  return parseEntityRef(entityRef).kind.toLocaleLowerCase('en-US') === kind;
}
