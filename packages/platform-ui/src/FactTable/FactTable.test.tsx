import { render, screen, within } from '@testing-library/react';
import { FactTable } from './FactTable';

describe('FactTable', () => {
  it('is a table in which the first column names the row', () => {
    render(
      <FactTable
        caption="Stages"
        columns={[
          { title: 'Stage', render: row => row.name },
          { title: 'Age', render: row => row.age, numeric: true },
        ]}
        rows={[
          { name: 'test', age: 3 },
          { name: 'prod', age: 9 },
        ]}
        rowKey={row => row.name}
      />,
    );
    const table = screen.getByRole('table', { name: 'Stages' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual(['Stage', 'Age']);
    const row = within(table).getByRole('row', { name: /prod/ });
    expect(within(row).getByRole('rowheader')).toHaveTextContent('prod');
    expect(within(row).getByRole('cell')).toHaveTextContent('9');
  });

  it('renders again only the rows that have changed', () => {
    const shown: string[] = [];
    const columns = [
      {
        title: 'Stage',
        render: (row: { name: string }) => {
          shown.push(row.name);
          return row.name;
        },
      },
    ];
    const table = (rows: ReadonlyArray<{ name: string }>) => (
      <FactTable
        caption="Stages"
        columns={columns}
        rows={rows}
        rowKey={row => row.name}
      />
    );
    const [test, prod] = [{ name: 'test' }, { name: 'prod' }];
    const { rerender } = render(table([test, prod]));
    expect(shown).toEqual(['test', 'prod']);
    rerender(table([test, { name: 'prod' }]));
    expect(shown).toEqual(['test', 'prod', 'prod']);
  });
});
