import type { DiagnosisAdvisor } from '@fairway/plugin-kargo-node';
import { AdvisorSlot } from './AdvisorSlot';

const advisor = (model: string): DiagnosisAdvisor => ({
  model,
  advise: async () => ({ status: 'failed', failure: { kind: 'refused' } }),
});

describe('AdvisorSlot', () => {
  it('takes one advisor, and says who is there already', () => {
    const slot = new AdvisorSlot();
    expect(slot.advisor).toBeUndefined();
    const first = advisor('first');
    slot.setAdvisor(first);
    expect(() => slot.setAdvisor(advisor('second'))).toThrow(
      'The Kargo plugin has the advisor first already and takes no second one, second. Install one advisor module.',
    );
    expect(slot.advisor).toBe(first);
  });
});
