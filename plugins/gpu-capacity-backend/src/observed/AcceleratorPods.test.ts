import {
  AcceleratorRegistry,
  readClusterPod,
  ShapePool,
} from '@fairway/plugin-gpu-capacity-common';
import { AcceleratorPods } from './AcceleratorPods';

const shapes = ShapePool.create();

function pod(
  name: string,
  limits: Record<string, string>,
  labels: Record<string, string> = {},
) {
  const read = readClusterPod(
    {
      metadata: { namespace: 'ml', name, labels },
      spec: { containers: [{ resources: { limits } }] },
    },
    shapes,
  );
  if (!read) throw new Error(`${name} has ended`);
  return read;
}

const GPU = { 'nvidia.com/gpu': '1' };
const CHAT = { namespace: 'ml', kind: 'RayCluster', name: 'chat' };

describe('AcceleratorPods', () => {
  it('keeps what asks for accelerators or runs beside such pods, by its owners', () => {
    const pods = new AcceleratorPods(AcceleratorRegistry.create());
    pods.put('ml/web', pod('web', { cpu: '8' }));
    pods.put('ml/train', pod('train', GPU));
    pods.put(
      'ml/head',
      pod(
        'head',
        {},
        { 'ray.io/cluster': 'chat', 'ray.io/group': 'headgroup' },
      ),
    );
    expect([...pods.all.keys()]).toEqual(['ml/train', 'ml/head']);
    expect([...pods.ownedBy(CHAT).keys()]).toEqual(['ml/head']);
    expect(pods.ownedBy({ ...CHAT, namespace: 'other' }).size).toBe(0);
  });

  it('forgets what goes, and what is not about accelerators any more', () => {
    const pods = new AcceleratorPods(AcceleratorRegistry.create());
    const own = { namespace: 'ml', kind: 'Pod', name: 'train' };
    pods.put('ml/train', pod('train', GPU));
    expect(pods.ownedBy(own).size).toBe(1);
    pods.put('ml/train', pod('train', { cpu: '1' }));
    expect(pods.ownedBy(own).size).toBe(0);
    pods.put('ml/train', pod('train', GPU));
    pods.remove('ml/train');
    pods.remove('ml/unknown');
    expect(pods.all.size).toBe(0);
    expect(pods.ownedBy(own).size).toBe(0);
  });
});
