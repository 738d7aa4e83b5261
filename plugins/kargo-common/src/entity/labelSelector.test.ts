import { readLabelSelector } from './labelSelector';

const labels = { tier: 'prod', 'example.com/region': 'eu-west', empty: '' };

describe('readLabelSelector', () => {
  // Expected: what `kubectl get --selector` answers for an object with these labels.
  it.each([
    ['tier', true],
    ['!tier', false],
    ['toString', false],
    ['!other', true],
    ['tier=prod', true],
    ['tier==prod', true],
    ['tier = test', false],
    ['empty=', true],
    ['tier!=test', true],
    ['tier!=prod', false],
    ['other!=prod', true],
    ['example.com/region in (eu-west, us-east)', true],
    ['example.com/region in (us-east)', false],
    ['tier notin (test,uat)', true],
    ['other notin (test)', true],
    ['other in (test)', false],
    ['tier in (prod,uat),example.com/region=eu-west,!other', true],
    ['tier in (prod,uat),example.com/region=us-east', false],
  ])('%s', (text, expected) => {
    expect(readLabelSelector(text)?.(labels)).toBe(expected);
  });

  it.each([
    '',
    ',',
    'tier=prod,',
    'tier in prod',
    'tier in (prod',
    'a b',
    '-tier=prod',
    'tier=prod test',
    'tier>1',
  ])('%j is none', text => {
    expect(readLabelSelector(text)).toBeUndefined();
  });
});
