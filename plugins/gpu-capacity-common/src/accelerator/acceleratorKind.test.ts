import { acceleratorKind } from './acceleratorKind';

describe('acceleratorKind', () => {
  it.each([
    ['nvidia.com/gpu', 'device'],
    ['nvidia.com/gpu.shared', 'shared'],
    ['nvidia.com/mig-1g.12gb', 'partition'],
    ['nvidia.com/mig-3g.20gb.shared', 'shared'],
    ['nvidia.com/gpumem', 'not-a-device'],
    ['amd.com/gpu', 'device'],
    ['amd.com/cpx_nps4', 'partition'],
    ['gpu.intel.com/i915', 'device'],
    ['gpu.intel.com/millicores', 'not-a-device'],
    ['aws.amazon.com/neuron', 'device'],
    ['aws.amazon.com/neuroncore', 'not-a-device'],
    ['google.com/tpu', 'device'],
    ['huawei.com/Ascend910', 'device'],
    ['huawei.com/npu-core', 'not-a-device'],
    ['example.com/npu', 'unclassified'],
    ['example.com/gpu-memory', 'not-a-device'],
    ['cpu', undefined],
    ['memory', undefined],
    ['example.com/licence', undefined],
    ['hugepages-2Mi', undefined],
  ])('%s is %s', (resource, kind) => {
    expect(acceleratorKind(resource)).toBe(kind);
  });
});
