import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

// Start this with `yarn start`, then:
//
// curl http://localhost:7007/api/platform-scorecard/scorecard
// curl http://localhost:7007/api/platform-scorecard/facts
// curl http://localhost:7007/api/platform-scorecard/facts -H 'content-type: application/cloudevents+json' -d '{
//   "specversion": "1.0", "source": "dev", "id": "1", "type": "dev.fairway.service.created",
//   "time": "2026-11-01T10:00:00Z", "subject": "component:default/billing", "data": {} }'

const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'orders',
          uid: 'b0f5ff6c-6f4e-4d4c-9d4e-6f1f6a7d0c11',
          annotations: {
            'backstage.io/source-template': 'template:default/standard',
          },
        },
        spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
      },
    ],
  }),
);
backend.add(import('../src'));

backend.start();
