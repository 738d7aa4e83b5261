import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'After a failure, list what the golden-path actions created',
    example: stringify({
      steps: [
        {
          id: 'effects',
          name: 'List what was created',
          if: '${{ failure() }}',
          action: 'golden-path:effects',
        },
      ],
    }),
  },
  {
    description: 'List also what another action created',
    example: stringify({
      steps: [
        {
          id: 'effects',
          name: 'List what was created',
          if: '${{ failure() }}',
          action: 'golden-path:effects',
          input: {
            effects: [
              {
                what: 'Repository',
                value: '${{ steps.publish.output.remoteUrl }}',
              },
            ],
          },
        },
      ],
    }),
  },
];
