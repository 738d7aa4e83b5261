/**
 * What an error code of NVIDIA's driver means.
 *
 * @public
 */
export interface XidMeaning {
  /** `bad`: the device needs a reset or a repair; `info`: most often the fault of a program, not of the device. */
  readonly severity: 'bad' | 'attention' | 'info';
  /** For the end of a sentence. */
  readonly meaning: string;
}

const PROGRAM = 'most often by the program that ran on it';

/**
 * The codes that matter to who runs devices for others; NVIDIA's catalog has many more.
 *
 * @see https://docs.nvidia.com/deploy/xid-errors/analyzing-xid-catalog.html
 */
const MEANINGS: ReadonlyMap<number, XidMeaning> = new Map([
  [13, info(`an exception of the graphics engine, ${PROGRAM}`)],
  [31, info(`a page fault in its memory, ${PROGRAM}`)],
  [43, info(`a program on it was stopped after an error, ${PROGRAM}`)],
  [45, info('a program on it was cleaned up after earlier errors')],
  [48, bad('a double-bit error in its memory, which ECC cannot correct')],
  [61, attention('a breakpoint or warning of its internal controller')],
  [62, bad('its internal controller has halted')],
  [63, attention('a bad part of its memory was retired or remapped')],
  [64, bad('a bad part of its memory could not be retired or remapped')],
  [74, bad('an error of NVLink')],
  [79, bad('the GPU has fallen off the bus')],
  [92, attention('many single-bit errors in its memory')],
  [94, attention('an ECC error that was contained to one program')],
  [95, bad('an ECC error that was not contained to one program')],
  [109, attention('switching from one program to another timed out')],
  [119, bad('its system processor (GSP) does not answer')],
  [120, bad('an error of its system processor (GSP)')],
  [140, bad('an ECC error from which it has not recovered')],
  [143, bad('the GPU could not be initialized')],
]);

/**
 * What an XID means.
 *
 * @returns `undefined` for a code that is not among the important ones
 *
 * @public
 */
export function xidMeaning(code: number): XidMeaning | undefined {
  return MEANINGS.get(code);
}

function bad(meaning: string): XidMeaning {
  return { severity: 'bad', meaning };
}

function attention(meaning: string): XidMeaning {
  return { severity: 'attention', meaning };
}

function info(meaning: string): XidMeaning {
  return { severity: 'info', meaning };
}
