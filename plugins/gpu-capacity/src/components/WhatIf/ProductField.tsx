import { Select, TextField } from '@backstage/ui';
import { productName } from '@fairway/plugin-gpu-capacity-common';
import type { WhatIfFormProps } from './WhatIfForm';

const ANY = 'any';

/** The product that the nodes must have: of those of the page where it has some. */
export function ProductField(props: WhatIfFormProps) {
  const { draft, pool, problems, onChange } = props;
  const products = [
    ...new Set(pool?.groups.flatMap(({ product }) => product ?? [])),
  ];
  if (products.length === 0 || draft.everywhere) {
    return (
      <TextField
        label="Product"
        placeholder="any, or as nodes name it"
        value={draft.product}
        onChange={product => onChange({ product })}
        validationBehavior="aria"
        validate={() => problems.product}
      />
    );
  }
  const known = products.includes(draft.product) || draft.product === '';
  return (
    <Select
      label="Product"
      options={[
        { value: ANY, label: 'Any' },
        // What a link asks for can be seen, also where the pool does not have it.
        ...(known ? products : [...products, draft.product]).map(value => ({
          value,
          label: productName(value),
        })),
      ]}
      selectedKey={draft.product || ANY}
      onSelectionChange={key =>
        onChange({ product: key === ANY ? '' : String(key) })
      }
    />
  );
}
