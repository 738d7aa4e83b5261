import { quotaAmountText } from './quotaAmountText';

describe('quotaAmountText', () => {
  it.each([
    ['cpu', 1_500, '1.5'],
    ['memory', 32 * 2 ** 30, '32Gi'],
    ['memory', 1.5 * 2 ** 40, '1.5Ti'],
    ['memory', 512, '512'],
    ['hugepages-2Mi', 4 * 2 ** 20, '4Mi'],
    ['nvidia.com/gpu', 8, '8'],
    ['nvidia.com/gpu', Infinity, 'unlimited'],
    ['memory', -(2 ** 30), '-1Gi'],
    ['pods', 0, '0'],
  ])('says of %s %d: %s', (resource, amount, text) => {
    expect(quotaAmountText(resource, amount)).toBe(text);
  });
});
