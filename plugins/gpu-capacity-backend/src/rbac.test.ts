import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AcceleratorRegistry } from '@fairway/plugin-gpu-capacity-common';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { KUEUE_KINDS } from './observed/kueueKinds';
import {
  ADMISSION_KINDS,
  RANGE_KINDS,
  workloadKinds,
} from './observed/workloadKinds';

const roleSchema = z.object({
  rules: z.array(
    z.object({
      apiGroups: z.array(z.string()),
      resources: z.array(z.string()),
      verbs: z.array(z.enum(['get', 'list', 'watch'])),
    }),
  ),
});

const { rules } = roleSchema.parse(
  parse(
    readFileSync(
      join(__dirname, '../../../docs/gpu-capacity-rbac.yaml'),
      'utf8',
    ),
  ),
);

describe('the role for GPU capacity', () => {
  it.each(
    [
      ...Object.values(KUEUE_KINDS),
      ...Object.values(ADMISSION_KINDS),
      ...RANGE_KINDS,
      ...workloadKinds(AcceleratorRegistry.create()),
    ].map(({ group, plural }) => [group, plural]),
  )('lets the portal watch %s/%s', (group, plural) => {
    expect(rules).toContainEqual({
      apiGroups: [group],
      resources: expect.arrayContaining([plural]),
      verbs: ['get', 'list', 'watch'],
    });
  });

  it('gives no right to change anything, nor to read secrets', () => {
    const verbs = new Set(rules.flatMap(rule => rule.verbs));
    expect([...verbs].sort()).toEqual(['get', 'list', 'watch']);
    expect(rules.flatMap(({ resources }) => resources)).not.toContain(
      'secrets',
    );
  });
});
