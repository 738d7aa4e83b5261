import { useCallback, useRef } from 'react';
import type { SignIn } from '../api';

/** Lets the reader be asked to sign in the first time, and not each time that something is looked at again. */
export function useSignInOnce(): () => SignIn {
  const wasAsked = useRef(false);
  return useCallback(() => {
    const signIn = !wasAsked.current;
    wasAsked.current = true;
    return { signIn };
  }, []);
}
