import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import styles from './PortfolioFilters.module.css';

const PAUSE_MS = 300;

/** Text to look for; it counts once the reader pauses, so that a word is one question and not five. */
export function TextFilter(props: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  const { text, onChange } = props;
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  useEffect(() => {
    // What comes back from the URL is trimmed, and must not take the space from who goes on typing.
    if (text !== sent.current.trim()) {
      sent.current = text;
      setTyped(text);
    }
  }, [text]);
  useDebounce(
    () => {
      if (typed === sent.current) return;
      sent.current = typed;
      onChange(typed);
    },
    PAUSE_MS,
    [typed],
  );
  return (
    <SearchField
      className={styles.filter}
      label="Text"
      placeholder="Name, version or reason"
      value={typed}
      onChange={setTyped}
    />
  );
}
