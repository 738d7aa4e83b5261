import { StatusText, type Tone } from '@fairway/platform-ui';
import type { RightSizeView } from '@fairway/plugin-gpu-capacity-common';
import styles from './WorkloadCapacity.module.css';

const TONES: Readonly<Record<RightSizeView['status'], Tone>> = {
  smaller: 'attention',
  fits: 'good',
  unknown: 'unknown',
};

/** Whether parts of cards would be enough for the pods of a component, and why that cannot be said. */
export function RightSizeList(props: {
  readonly sizes: readonly RightSizeView[];
}) {
  return (
    <ul className={styles.findings} aria-label="Would less be enough?">
      {props.sizes.map(({ cluster, product, status, sentence }) => (
        <li key={`${cluster} ${product} ${sentence}`}>
          <StatusText tone={TONES[status]}>{sentence}</StatusText>
        </li>
      ))}
    </ul>
  );
}
