import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Publish only where no earlier run has published',
    example: stringify({
      steps: [
        {
          id: 'adopt',
          name: 'Look for an earlier run',
          action: 'golden-path:repository:adopt',
          input: {
            repoUrl: '${{ parameters.repoUrl }}',
            sourcePath: './service',
          },
        },
        {
          id: 'publish',
          name: 'Publish the repository',
          if: '${{ not steps.adopt.output.exists }}',
          action: 'publish:gitea',
          input: {
            repoUrl: '${{ parameters.repoUrl }}',
            description: '${{ parameters.description }}',
            sourcePath: './service',
          },
        },
      ],
    }),
  },
  {
    description: "Look with the user's own token",
    example: stringify({
      steps: [
        {
          id: 'adopt',
          name: 'Look for an earlier run',
          action: 'golden-path:repository:adopt',
          input: {
            repoUrl: 'github.com?owner=demo&repo=orders',
            defaultBranch: 'trunk',
            token: '${{ secrets.USER_OAUTH_TOKEN }}',
          },
        },
      ],
    }),
  },
];
