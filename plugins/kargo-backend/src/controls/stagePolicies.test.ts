import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { anna, startPromoting } from '../__testUtils__/promotingBackend';

async function reasons(options?: Parameters<typeof startPromoting>[0]) {
  const { server } = await startPromoting(options);
  const { body } = await request(server)
    .get('/api/kargo/entities/component/default/orders/stages/platform/test')
    .query({ freight: '1.8.4' })
    .set({ Authorization: mockCredentials.user.header(anna) });
  const [explanation] = body.explanations;
  return explanation.reasons.map(
    (reason: { readonly text: string }) => reason.text,
  );
}

describe('why freight is not in a stage, by what the portal asks for', () => {
  it('says that an approval is missing, and whose', async () => {
    expect(await reasons({ approvers: 1 })).toContain(
      'needs 1 approval from group:default/payments',
    );
    expect(await reasons()).not.toContainEqual(
      expect.stringContaining('approval from'),
    );
  });

  it('says that the reader may not promote', async () => {
    expect(await reasons({ denied: 'kargo.promotion.create' })).toContain(
      'you may not promote it: you lack kargo.promotion.create',
    );
  });
});
