import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const service = {
  controlPlane: 'platform',
  project: '${{ parameters.name }}',
  entityRef: 'component:default/${{ parameters.name }}',
  imageRepository: 'registry.example.com/demo/${{ parameters.name }}',
  gitRepository: '${{ steps.publish.output.remoteUrl }}',
};

export const examples: TemplateExample[] = [
  {
    description: 'Promote an application automatically up to production',
    example: stringify({
      steps: [
        {
          id: 'kargo',
          name: 'Create its way to production',
          action: 'golden-path:kargo:project',
          input: service,
        },
      ],
    }),
  },
  {
    description: 'Let a person send a migration to production after two days',
    example: stringify({
      steps: [
        {
          id: 'kargo',
          name: 'Create its way to production',
          action: 'golden-path:kargo:project',
          input: { ...service, riskClass: 'migration', soakTime: '48h' },
        },
      ],
    }),
  },
];
