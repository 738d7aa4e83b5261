import {
  EMPTY_DRAFT,
  isLinkable,
  readWhatIfDraft,
  whatIfChoices,
  type WhatIfDraft,
} from './WhatIfDraft';

function linked(draft: WhatIfDraft): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(whatIfChoices(draft))) {
    if (value) params.set(key, value);
  }
  return params;
}

describe('a question in a link', () => {
  it('leaves no trace where nothing is asked', () => {
    expect(linked(EMPTY_DRAFT).toString()).toBe('');
    expect(readWhatIfDraft(new URLSearchParams('tab=what-if'))).toEqual(
      EMPTY_DRAFT,
    );
  });

  it('is read as it was written', () => {
    const draft: WhatIfDraft = {
      ...EMPTY_DRAFT,
      devices: '8',
      product: 'NVIDIA-H100-80GB-HBM3',
      cpu: '64',
      selector: 'zone=a, disk=ssd',
      strict: true,
      everywhere: true,
    };
    expect(linked(draft).toString()).toBe(
      'devices=8&of=NVIDIA-H100-80GB-HBM3&cpu=64&selector=zone%3Da%2C+disk%3Dssd&taints=strict&where=all',
    );
    expect(readWhatIfDraft(linked(draft))).toEqual(draft);
  });

  it('holds short YAML only', () => {
    const pasted = (yaml: string): WhatIfDraft => ({
      ...EMPTY_DRAFT,
      kind: 'yaml',
      yaml,
    });
    const short = pasted('kind: Pod\nspec: {}\n');
    expect(readWhatIfDraft(linked(short))).toEqual(short);
    const long = pasted('#'.repeat(4_001));
    expect(isLinkable(long)).toBe(false);
    expect(linked(long).toString()).toBe('shape=yaml');
  });
});
