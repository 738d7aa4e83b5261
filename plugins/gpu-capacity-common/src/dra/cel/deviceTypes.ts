import { objectType } from '@bufbuild/cel';
import {
  create,
  createFileRegistry,
  type DescMessage,
} from '@bufbuild/protobuf';
import type { ReflectMessage } from '@bufbuild/protobuf/reflect';
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FileDescriptorProtoSchema,
} from '@bufbuild/protobuf/wkt';

/**
 * The two types that Kubernetes adds to CEL for devices. A value is a message with one text in canonical form, so that
 * values that mean the same are equal.
 */
const file = create(FileDescriptorProtoSchema, {
  name: 'kubernetes.proto',
  package: 'kubernetes',
  syntax: 'proto3',
  messageType: ['Quantity', 'Semver'].map(name => ({
    name,
    field: [
      {
        name: 'value',
        jsonName: 'value',
        number: 1,
        type: FieldDescriptorProto_Type.STRING,
        label: FieldDescriptorProto_Label.OPTIONAL,
      },
    ],
  })),
});

export const typeRegistry = createFileRegistry(file, () => undefined);

const quantityMessage = messageNamed('kubernetes.Quantity');
const semverMessage = messageNamed('kubernetes.Semver');

export const QUANTITY = objectType(quantityMessage);
export const SEMVER = objectType(semverMessage);

/** A quantity of that many thousandths of a unit. */
export function quantityValue(thousandths: number) {
  return create(quantityMessage, { value: String(thousandths) });
}

/** A version; its text must be canonical. */
export function semverValue(version: string) {
  return create(semverMessage, { value: version });
}

/** The text that a quantity or version carries. */
export function textOf(value: ReflectMessage): string {
  return String(value.get(value.fields[0]));
}

function messageNamed(name: string): DescMessage {
  const message = typeRegistry.getMessage(name);
  if (!message) throw new Error(`No message ${name}`);
  return message;
}
