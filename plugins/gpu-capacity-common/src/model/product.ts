/** Labels that name the product, the most reliable first. */
const PRODUCT_LABELS = [
  'nvidia.com/gpu.product',
  'amd.com/gpu.product-name',
  'cloud.google.com/gke-accelerator',
  'karpenter.k8s.aws/instance-gpu-name',
  'eks.amazonaws.com/instance-gpu-name',
  'kubernetes.azure.com/accelerator',
] as const;

/**
 * Product of a node's accelerators; the suffixes that feature discovery adds for sharing and partitions are taken off,
 * because they are no part of the product.
 *
 * @see NVIDIA/k8s-device-plugin docs/gpu-feature-discovery/README.md
 */
export function productOf(
  labels: Readonly<Record<string, string>>,
): string | undefined {
  const label = PRODUCT_LABELS.find(name => labels[name]);
  return label && labels[label].replace(/-(SHARED|MIG-.+)$/, '');
}
