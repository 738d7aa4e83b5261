import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ClusterResourcesService } from '@fairway/kubernetes-resources';
import { EffectLedger } from '../domain/EffectLedger';
import { kargoProject } from '../domain/kargoProject';
import { KargoProjectWriter } from '../domain/KargoProjectWriter';
import { RISK_CLASSES } from '../domain/riskClass';
import { examples } from './createKargoProjectAction.examples';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** A duration as Go reads it, and Kargo through it. */
const GO_DURATION = /^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$/;

/** Creates the Kargo project of a component, or takes over the one of an earlier run. */
export function createKargoProjectAction(options: {
  readonly clusterResources: ClusterResourcesService;
  readonly auditor: AuditorService;
  readonly readyTimeoutMs?: number;
}) {
  const { clusterResources, auditor, readyTimeoutMs } = options;
  return createTemplateAction({
    id: 'golden-path:kargo:project',
    description:
      'Creates a Kargo Project, ProjectConfig, Warehouse and three Stages (test, uat, prod) on a control plane, with the controls of a risk class.',
    examples,
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
        riskClass: z =>
          z
            .enum(RISK_CLASSES, {
              description: 'Controls on the way; application by default',
            })
            .optional(),
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
            .regex(GO_DURATION, 'must be a duration such as 30m or 1h30m')
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
      const riskClass = input.riskClass ?? 'application';
      const audit = await auditor.createEvent({
        eventId: 'kargo-project-apply',
        severityLevel: 'medium',
        meta: {
          controlPlane,
          project: input.project,
          riskClass,
          onBehalfOf: ctx.user?.ref,
          reason: `scaffolder task ${ctx.task.id} of ${
            ctx.templateInfo?.entityRef ?? 'an unnamed template'
          }`,
        },
      });
      const ledger = EffectLedger.of(ctx);
      const created: string[] = [];
      try {
        const writer = KargoProjectWriter.create({
          clusterResources,
          controlPlane,
          logger: ctx.logger,
          signal: ctx.signal,
          readyTimeoutMs,
        });
        const manifests = kargoProject({ ...input, riskClass });
        for await (const name of writer.write(manifests, input)) {
          created.push(name);
          await ledger.record(`Kargo on ${controlPlane}: ${name}`);
        }
      } catch (error) {
        await audit.fail({ error: toError(error), meta: { created } });
        throw error;
      }
      await audit.success({ meta: { created } });
      ctx.output('project', input.project);
      ctx.output('created', created);
    },
  });
}
