import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

const PAUSE_MS = 300;

/** @public */
export interface TextFilterProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What can be looked for: "Name, version or reason". */
  readonly placeholder: string;
  readonly className?: string;
}

/**
 * Text to look for; it counts once the reader pauses, so that a word is one question and not five.
 *
 * @public
 */
export function TextFilter(props: TextFilterProps) {
  const { text, onChange, placeholder, className } = props;
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
      className={className}
      label="Text"
      placeholder={placeholder}
      value={typed}
      onChange={setTyped}
    />
  );
}
