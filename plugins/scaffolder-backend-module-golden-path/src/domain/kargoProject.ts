import type { JsonObject } from '@backstage/types';
import type { ResourceType } from '@fairway/kubernetes-resources';
import {
  KARGO_STAGES,
  RISK_PROFILES,
  type KargoStageName,
  type RiskClass,
} from './riskClass';

/** What the objects of a Kargo project are made from. */
export interface KargoProjectOptions {
  /** Name of the project and of its namespace: an RFC 1123 label. */
  readonly project: string;
  /** Entity ref of the component, written on the project so that it is not taken over by another. */
  readonly entityRef: string;
  readonly riskClass: RiskClass;
  /** Image whose versions are promoted, without a tag. */
  readonly imageRepository: string;
  /** Git repository with the manifests. */
  readonly gitRepository: string;
  /** Overrides the soak time of the risk class, as a Go duration. */
  readonly soakTime?: string;
}

/** An object and the resource type it is applied to. */
export interface KargoManifest {
  readonly resource: ResourceType;
  readonly namespace: string | undefined;
  readonly object: JsonObject;
}

const GROUP = 'kargo.akuity.io';
const VERSION = 'v1alpha1';

/** Says which component a project was made for. */
export const ANNOTATION_PROJECT_COMPONENT = 'golden-path/component';

/** The resource type of Kargo projects. */
export const KARGO_PROJECTS: ResourceType = {
  group: GROUP,
  apiVersion: VERSION,
  plural: 'projects',
};

/**
 * Project, ProjectConfig, Warehouse and three Stages for a component, the project first.
 *
 * @see https://github.com/akuity/kargo/tree/main/charts/kargo/resources/crds
 */
export function kargoProject(options: KargoProjectOptions): KargoManifest[] {
  const profile = RISK_PROFILES[options.riskClass];
  return [
    manifest(options, 'projects', 'Project', options.project, undefined),
    manifest(options, 'projectconfigs', 'ProjectConfig', options.project, {
      promotionPolicies: KARGO_STAGES.map(stage => ({
        stageSelector: { name: stage },
        autoPromotionEnabled: profile.autoPromotedStages.includes(stage),
      })),
    }),
    manifest(options, 'warehouses', 'Warehouse', options.project, {
      interval: '5m0s',
      freightCreationPolicy: 'Automatic',
      subscriptions: [
        {
          image: {
            repoURL: options.imageRepository,
            imageSelectionStrategy: 'SemVer',
          },
        },
      ],
    }),
    ...KARGO_STAGES.map(stage =>
      manifest(options, 'stages', 'Stage', stage, stageSpec(stage, options)),
    ),
  ];
}

function stageSpec(
  stage: KargoStageName,
  options: KargoProjectOptions,
): JsonObject {
  const upstream = KARGO_STAGES[KARGO_STAGES.indexOf(stage) - 1];
  const soakTime =
    options.soakTime ?? RISK_PROFILES[options.riskClass].soakTime;
  return {
    requestedFreight: [
      {
        origin: { kind: 'Warehouse', name: options.project },
        sources: upstream
          ? {
              stages: [upstream],
              ...(stage === 'prod' ? { requiredSoakTime: soakTime } : {}),
            }
          : { direct: true },
      },
    ],
    promotionTemplate: { spec: { steps: promotionSteps(stage, options) } },
  };
}

/** The steps of Kargo's own quick start: write the image into the stage's manifests, push, let Argo CD sync. */
function promotionSteps(
  stage: KargoStageName,
  options: KargoProjectOptions,
): JsonObject[] {
  return [
    {
      uses: 'git-clone',
      config: {
        repoURL: options.gitRepository,
        checkout: [{ branch: 'main', path: './src' }],
      },
    },
    {
      uses: 'kustomize-set-image',
      as: 'set-image',
      config: {
        path: `./src/deploy/${stage}`,
        images: [{ image: options.imageRepository }],
      },
    },
    {
      uses: 'git-commit',
      as: 'commit',
      config: { path: './src', message: `Promote to ${stage}` },
    },
    { uses: 'git-push', as: 'push', config: { path: './src' } },
    {
      uses: 'argocd-update',
      config: { apps: [{ name: `${options.project}-${stage}` }] },
    },
  ];
}

function manifest(
  options: KargoProjectOptions,
  plural: string,
  kind: string,
  name: string,
  spec: JsonObject | undefined,
): KargoManifest {
  const clusterScoped = plural === 'projects';
  const namespace = clusterScoped ? undefined : options.project;
  return {
    resource: { group: GROUP, apiVersion: VERSION, plural },
    namespace,
    object: {
      apiVersion: `${GROUP}/${VERSION}`,
      kind,
      metadata: {
        name,
        ...(namespace ? { namespace } : {}),
        ...(clusterScoped
          ? {
              annotations: {
                [ANNOTATION_PROJECT_COMPONENT]: options.entityRef,
              },
            }
          : {}),
      },
      ...(spec ? { spec } : {}),
    },
  };
}
