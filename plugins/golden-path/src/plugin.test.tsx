import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { goldenPathPlugin } from './plugin';

function entityPage(annotations: Record<string, string>) {
  return renderTestApp({
    features: [goldenPathPlugin],
    extensions: [
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'orders', annotations },
        },
      }),
    ],
  });
}

describe('golden path card', () => {
  it('names path and version', async () => {
    entityPage({
      'golden-path/name': 'template:default/standard-microservice',
      'golden-path/version': '1.0.0',
    });
    expect(
      await screen.findByRole('heading', { name: 'Golden path' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Version 1.0.0')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: /standard-microservice/ }),
    ).toBeInTheDocument();
  });

  it('shows an unknown version as unknown', async () => {
    entityPage({ 'golden-path/name': 'template:default/standard' });
    expect(await screen.findByText(/Version unknown/)).toBeInTheDocument();
  });

  it('says what is wrong with a malformed annotation', async () => {
    entityPage({ 'golden-path/name': 'standard' });
    expect(
      await screen.findByText(/must look like template:default\/name/),
    ).toBeInTheDocument();
  });
});
