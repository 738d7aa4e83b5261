import type { Readable } from '../unreadable';
import { readAdmissionPolicyBinding } from './admissionPolicyBinding';
import type { ExceptionReading } from './ExceptionScope';
import { readGatekeeperConfig } from './gatekeeperConfig';
import { readGatekeeperConstraint } from './gatekeeperConstraint';
import { readKyvernoCelException } from './kyvernoCelException';
import { readKyvernoException } from './kyvernoException';
import { readNamespaceExceptions } from './namespaceExceptions';

/** Reads the exceptions of one kind of object. */
interface ExceptionReader {
  readonly group: string;
  /** Absent: every kind of the group, as each constraint template of Gatekeeper makes one. */
  readonly kind?: string;
  readonly read: (object: unknown) => Readable<ExceptionReading>;
}

/** Who reads which objects. */
const EXCEPTION_READERS: readonly ExceptionReader[] = [
  {
    group: 'kyverno.io',
    kind: 'PolicyException',
    read: readKyvernoException,
  },
  {
    group: 'policies.kyverno.io',
    kind: 'PolicyException',
    read: readKyvernoCelException,
  },
  {
    group: 'config.gatekeeper.sh',
    kind: 'Config',
    read: readGatekeeperConfig,
  },
  { group: 'constraints.gatekeeper.sh', read: readGatekeeperConstraint },
  { group: '', kind: 'Namespace', read: readNamespaceExceptions },
  {
    group: 'admissionregistration.k8s.io',
    kind: 'ValidatingAdmissionPolicyBinding',
    read: readAdmissionPolicyBinding,
  },
];

/** The reader of a kind of object; `undefined` where it can hold no exception. */
export function exceptionReader(
  group: string,
  kind: string,
): ExceptionReader | undefined {
  return EXCEPTION_READERS.find(
    reader =>
      reader.group === group &&
      (reader.kind === undefined || reader.kind === kind),
  );
}
