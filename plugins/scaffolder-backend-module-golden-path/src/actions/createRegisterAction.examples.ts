import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Register catalog-info.yaml at the root of the repository',
    example: stringify({
      steps: [
        {
          id: 'register',
          name: 'Register the component',
          action: 'golden-path:register',
          input: {
            repoContentsUrl: '${{ steps.adopt.output.repoContentsUrl }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Register a catalog file that is somewhere else',
    example: stringify({
      steps: [
        {
          id: 'register',
          name: 'Register the component',
          action: 'golden-path:register',
          input: {
            repoContentsUrl: '${{ steps.publish.output.repoContentsUrl }}',
            catalogInfoPath: 'backstage/component.yaml',
          },
        },
      ],
    }),
  },
];
