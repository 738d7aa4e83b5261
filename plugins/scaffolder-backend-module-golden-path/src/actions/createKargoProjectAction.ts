import type { AuditorService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ClusterResourcesService } from '@fairway/kubernetes-resources';
import { kargoProject } from '../domain/kargoProject';
import { KargoProjectWriter } from '../domain/KargoProjectWriter';
import { RISK_CLASSES } from '../domain/riskClass';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Creates the Kargo project of a component, or takes over the one of an earlier run. */
export function createKargoProjectAction(options: {
  readonly clusterResources: ClusterResourcesService;
  readonly auditor: AuditorService;
}) {
  const { clusterResources, auditor } = options;
  return createTemplateAction({
    id: 'golden-path:kargo:project',
    description:
      'Creates a Kargo Project, ProjectConfig, Warehouse and three Stages (test, uat, prod) on a control plane, with the controls of a risk class.',
    schema: {
      input: {
        controlPlane: z =>
          z.string({
            description:
              'Name of the cluster with the Kargo control plane, as in the kubernetes configuration',
          }),
        project: z =>
          z
            .string({ description: 'Name of the project and its namespace' })
            .regex(DNS_LABEL, 'must be an RFC 1123 label'),
        entityRef: z =>
          z.string({ description: 'Entity ref of the component' }),
        riskClass: z => z.enum(RISK_CLASSES).default('application'),
        imageRepository: z =>
          z.string({
            description: 'Image whose versions are promoted, without a tag',
          }),
        gitRepository: z =>
          z.string({ description: 'Git repository with the manifests' }),
        soakTime: z =>
          z
            .string({
              description:
                'Overrides the soak time of the risk class, such as 30m',
            })
            .optional(),
      },
      output: {
        project: z => z.string({ description: 'Name of the project' }),
        created: z =>
          z.array(z.string(), {
            description: 'What now exists, as kind/name',
          }),
      },
    },
    async handler(ctx) {
      const { controlPlane, ...input } = ctx.input;
      const audit = await auditor.createEvent({
        eventId: 'kargo-project-apply',
        severityLevel: 'medium',
        meta: {
          controlPlane,
          project: input.project,
          riskClass: input.riskClass,
          onBehalfOf: ctx.user?.ref,
          reason: `scaffolder task ${ctx.task.id} of ${
            ctx.templateInfo?.entityRef ?? 'an unnamed template'
          }`,
        },
      });
      try {
        const created = await new KargoProjectWriter({
          clusterResources,
          controlPlane,
          logger: ctx.logger,
          signal: ctx.signal,
        }).write(kargoProject(input), input);
        await audit.success();
        ctx.output('project', input.project);
        ctx.output('created', created);
      } catch (error) {
        await audit.fail({ error: error as Error });
        throw error;
      }
    },
  });
}
