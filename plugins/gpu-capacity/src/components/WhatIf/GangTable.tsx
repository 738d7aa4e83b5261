import { FactTable, StatusText } from '@fairway/platform-ui';
import type { WhatIf } from '@fairway/plugin-gpu-capacity-common';

type Gang = NonNullable<WhatIf['clusters'][number]['gang']>;
type Part = Gang['parts'][number];

const COLUMNS = [
  { title: 'Part', render: ({ name }: Part) => name },
  { title: 'Pods', numeric: true, render: ({ count }: Part) => count },
  { title: 'Placed', numeric: true, render: ({ placed }: Part) => placed },
];

/** Whether all kinds of pods of an object fit beside each other. */
export function GangTable(props: { readonly gang: Gang }) {
  const { status, sentence, parts } = props.gang;
  return (
    <div>
      <StatusText tone={status === 'fits' ? 'good' : 'attention'}>
        {sentence}
      </StatusText>
      <FactTable
        caption="All parts together"
        columns={COLUMNS}
        rows={parts}
        rowKey={({ name }) => name}
      />
    </div>
  );
}
