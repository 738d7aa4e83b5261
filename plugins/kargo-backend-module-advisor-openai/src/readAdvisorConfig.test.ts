import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readAdvisorConfig } from './readAdvisorConfig';

const KEY = 'sk-house';
const complete = {
  baseUrl: 'https://models.example.com/v1',
  apiKey: KEY,
  model: 'house-model-1',
};

function read(openai?: JsonObject) {
  return readAdvisorConfig(
    mockServices.rootConfig({
      data: openai ? { kargo: { advisor: { openai } } } : { kargo: {} },
    }),
  );
}

describe('readAdvisorConfig', () => {
  it('is off where nothing is configured', () => {
    expect(read()).toEqual({
      status: 'off',
      reason: 'kargo.advisor.openai is not configured',
      mistake: false,
    });
  });

  it('has defaults, and reads what is set', () => {
    expect(read(complete)).toEqual({
      status: 'on',
      settings: { ...complete, timeoutMs: 30_000, maxTokens: 1_500 },
    });
    const { apiKey: _, ...keyless } = complete;
    expect(
      read({ ...keyless, timeout: { seconds: 5 }, maxTokens: 200 }),
    ).toEqual({
      status: 'on',
      settings: {
        ...keyless,
        apiKey: undefined,
        timeoutMs: 5_000,
        maxTokens: 200,
      },
    });
    expect(read({ ...complete, timeout: 'PT1M' })).toMatchObject({
      settings: { timeoutMs: 60_000 },
    });
  });

  it.each([
    ['model', { model: undefined }],
    ['baseUrl', { baseUrl: 'models' }],
    ['baseUrl', { baseUrl: 'file:///etc/passwd' }],
    ['baseUrl', { baseUrl: `https://ada:${KEY}@models.example.com` }],
    ['baseUrl', { baseUrl: `https://models.example.com/v1?key=${KEY}` }],
    ['timeout', { timeout: 'soon' }],
    ['timeout', { timeout: '2 minutes' }],
    ['timeout', { timeout: { seconds: 0 } }],
    ['maxTokens', { maxTokens: 0 }],
    ['maxTokens', { maxTokens: 1.5 }],
    ['apiKey', { apiKey: 7 }],
  ])(
    'is off where %s is wrong, and says what without the key',
    (key, wrong) => {
      const config = read({ ...complete, ...wrong });
      expect(config).toMatchObject({
        status: 'off',
        reason: expect.stringContaining(key),
        mistake: true,
      });
      expect(JSON.stringify(config)).not.toContain(KEY);
    },
  );
});
