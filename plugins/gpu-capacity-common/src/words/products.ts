import type { AcceleratorKind } from '../accelerator';

/**
 * A product as people say it: `NVIDIA-H100-80GB-HBM3` is an H100 80GB HBM3.
 *
 * @public
 */
export function productName(product: string | undefined): string {
  return product === undefined
    ? 'unknown product'
    : product.replace(/^(NVIDIA|AMD)[-_ ]/i, '').replace(/[-_]/g, ' ');
}

/**
 * Name of a group for people: the product, and what its units are where they are not whole devices.
 *
 * @public
 */
export function groupName(group: {
  readonly product?: string;
  readonly resource: string;
  readonly kind: AcceleratorKind;
}): string {
  const product = productName(group.product);
  return group.kind === 'device' ? product : `${product}, ${group.resource}`;
}
