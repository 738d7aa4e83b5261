import { memo, type ReactNode } from 'react';
import styles from './FactTable.module.css';

/**
 * A column of a {@link FactTable}.
 *
 * @public
 */
export interface FactColumn<Row> {
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  /** Right-aligned tabular figures. */
  readonly numeric?: boolean;
}

/** @public */
export interface FactTableProps<Row> {
  /** What the rows are; read out before the table, not shown. */
  readonly caption: string;
  /**
   * The first column names the row. Keep their identity while they show the same: rows that have not changed are then not
   * rendered again.
   */
  readonly columns: ReadonlyArray<FactColumn<Row>>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  /** What it becomes on a narrow screen; few short columns can stay as they are. Default: a list of facts for each row. */
  readonly narrow?: 'list' | 'columns';
}

function PlainFactRow<Row>(props: {
  readonly columns: ReadonlyArray<FactColumn<Row>>;
  readonly row: Row;
}) {
  const { columns, row } = props;
  const [name, ...facts] = columns;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {name.render(row)}
      </th>
      {facts.map(column => (
        <td key={column.title} data-numeric={column.numeric}>
          <span className={styles.label} aria-hidden>
            {column.title}
          </span>
          <div className={styles.value}>{column.render(row)}</div>
        </td>
      ))}
    </tr>
  );
}

// The type of `memo` forgets what a row is.
const FactRow = memo(PlainFactRow) as typeof PlainFactRow;

/**
 * Rows that are compared with each other. On a narrow screen each row becomes a list of facts unless told otherwise, so that
 * nothing scrolls sideways, which the table of `@backstage/ui` cannot do.
 *
 * @public
 */
export function FactTable<Row>(props: FactTableProps<Row>) {
  const { caption, columns, rows, rowKey, narrow = 'list' } = props;
  // The roles are those that the elements have; a narrow screen changes `display`, which some readers take for them.
  return (
    <table
      className={
        narrow === 'list' ? `${styles.table} ${styles.list}` : styles.table
      }
      role="table"
      aria-label={caption}
    >
      <thead>
        <tr role="row">
          {columns.map(column => (
            <th
              key={column.title}
              scope="col"
              role="columnheader"
              data-numeric={column.numeric}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <FactRow key={rowKey(row, index)} columns={columns} row={row} />
        ))}
      </tbody>
    </table>
  );
}
