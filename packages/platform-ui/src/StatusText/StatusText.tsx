import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader4Line,
  RiQuestionLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './StatusText.module.css';

/**
 * The five tones in which anything is said.
 *
 * @public
 */
export type Tone = 'good' | 'attention' | 'bad' | 'busy' | 'unknown';

const ICONS = {
  good: RiCheckboxCircleFill,
  attention: RiAlertFill,
  bad: RiCloseCircleFill,
  busy: RiLoader4Line,
  unknown: RiQuestionLine,
} as const;

/**
 * How a value is said.
 *
 * @public
 */
export interface StatusWording {
  readonly tone: Tone;
  readonly word: string;
}

/** @public */
export interface StatusTextProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/**
 * A status as shape, word and colour, in this order.
 *
 * @public
 */
export function StatusText(props: StatusTextProps) {
  const { tone, children } = props;
  const Icon = ICONS[tone];
  return (
    <span className={styles.status} data-tone={tone}>
      <Icon className={styles.icon} size={16} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
