/**
 * What one unit of a resource is.
 *
 * @remarks
 * `fraction` is a share of a device that is counted in parts, such as hundredths. `not-a-device` are helper resources
 * such as memory shares: summing them as devices would invent hardware. `unclassified` looks like an accelerator and is
 * not known: it is shown, never counted as a device.
 *
 * @public
 */
export const ACCELERATOR_KINDS = [
  'device',
  'partition',
  'shared',
  'fraction',
  'not-a-device',
  'unclassified',
] as const;

/** @public */
export type AcceleratorKind = (typeof ACCELERATOR_KINDS)[number];

/**
 * Says what the resources are whose names match.
 *
 * @public
 */
export interface AcceleratorRule {
  readonly pattern: RegExp;
  readonly kind: AcceleratorKind;
  /** How many units make a whole device, for fractions. */
  readonly unitsPerDevice?: number;
}

/**
 * Resource names of the vendors' device plugins; the first pattern that matches decides.
 *
 * @see NVIDIA/k8s-device-plugin, ROCm/k8s-device-plugin, intel/intel-device-plugins-for-kubernetes,
 * aws-neuron, GoogleCloudPlatform/container-engine-accelerators, Project-HAMi/HAMi charts/hami/values.yaml,
 * AliyunContainerService/gpushare-scheduler-extender, tkestack/gpu-manager
 */
export const ACCELERATOR_RULES: readonly AcceleratorRule[] = [
  { pattern: /^nvidia\.com\/mig-.+\.shared$/, kind: 'shared' },
  { pattern: /^nvidia\.com\/mig-/, kind: 'partition' },
  { pattern: /^nvidia\.com\/gpu\.shared$/, kind: 'shared' },
  { pattern: /^nvidia\.com\/gpu$/, kind: 'device' },
  {
    pattern: /^nvidia\.com\/(gpumem|gpumem-percentage|gpucores|priority)$/,
    kind: 'not-a-device',
  },
  { pattern: /^amd\.com\/gpu$/, kind: 'device' },
  { pattern: /^amd\.com\/(cpx|spx|dpx|qpx)_nps\d$/, kind: 'partition' },
  { pattern: /^gpu\.intel\.com\/(i915|xe)$/, kind: 'device' },
  { pattern: /^gpu\.intel\.com\//, kind: 'not-a-device' },
  { pattern: /^habana\.ai\/gaudi$/, kind: 'device' },
  { pattern: /^aws\.amazon\.com\/neuron(device)?$/, kind: 'device' },
  // A second view of the devices of the same node.
  { pattern: /^aws\.amazon\.com\/neuroncore$/, kind: 'not-a-device' },
  { pattern: /^google\.com\/tpu$/, kind: 'device' },
  { pattern: /^huawei\.com\/npu-core$/, kind: 'not-a-device' },
  { pattern: /^huawei\.com\/Ascend\w+-memory$/, kind: 'not-a-device' },
  { pattern: /^huawei\.com\/Ascend[\w]+-.+$/, kind: 'partition' },
  { pattern: /^huawei\.com\/Ascend\w+$/, kind: 'device' },
  {
    pattern:
      /^(cambricon\.com\/mlu(\d+)?|birentech\.com\/gpu|iluvatar\.(com|ai)\/gpu|enflame\.com\/gcu|mthreads\.com\/gpu|metax-tech\.com\/gpu|furiosa\.ai\/rngd|kunlunxin\.com\/xpu|alibabacloud\.com\/gpu-count)$/,
    kind: 'device',
  },
  {
    pattern:
      /^(cambricon\.com\/mlu(\d+)?\.share|enflame\.com\/shared-gcu|metax-tech\.com\/sgpu|hygon\.com\/hcunum|volcano\.sh\/vgpu-number)$/,
    kind: 'shared',
  },
  {
    pattern:
      /^(cambricon\.com\/mlu(\d+)?\.mim-.+|birentech\.com\/\d+-\d+-gpu)$/,
    kind: 'partition',
  },
  {
    pattern:
      /^(tencent\.com\/vcuda-core|aliyun\.com\/gpu-core\.percentage|koordinator\.sh\/gpu-core)$/,
    kind: 'fraction',
    unitsPerDevice: 100,
  },
  {
    pattern: /\/.*(memory|mem|core|cores|milli|millicores)$/i,
    kind: 'not-a-device',
  },
  {
    pattern: /\/(.*[-.])?(gpu|npu|tpu|xpu|gcu|mlu|accelerator)s?$/i,
    kind: 'unclassified',
  },
];

/**
 * Classifies an extended resource by the rules that are shipped.
 *
 * @returns `undefined` for everything that is no accelerator, such as `cpu` or `example.com/licence`
 *
 * @public
 */
export function acceleratorKind(resource: string): AcceleratorKind | undefined {
  return ACCELERATOR_RULES.find(({ pattern }) => pattern.test(resource))?.kind;
}
