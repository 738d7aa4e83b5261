import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Record what the repository in ./service is rendered from',
    example: stringify({
      steps: [
        {
          id: 'lock',
          name: 'Record what it was rendered from',
          action: 'golden-path:lock',
          input: {
            sourcePath: './service',
            answers: {
              name: '${{ parameters.name }}',
              owner: '${{ parameters.owner }}',
            },
          },
        },
      ],
    }),
  },
  {
    description: 'Annotate a catalog file that has another name',
    example: stringify({
      steps: [
        {
          id: 'lock',
          name: 'Record what it was rendered from',
          action: 'golden-path:lock',
          input: {
            catalogInfoPath: 'backstage/component.yaml',
            answers: { name: '${{ parameters.name }}' },
          },
        },
      ],
    }),
  },
];
