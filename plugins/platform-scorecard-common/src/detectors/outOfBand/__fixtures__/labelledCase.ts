/** Fields of a managedFields entry: nested maps, as FieldsV1 writes them. */
export interface Fields {
  readonly [key: string]: Fields;
}

/** What is known of an object and of a person, and what is true. Labels follow the rule of the recorded half. */
export interface LabelledCase {
  readonly case: string;
  /** A person, with a manual tool, changed a field under `spec` outside the declared delivery path. */
  readonly humanOutOfBandSpecChange: boolean;
  /** Whether managedFields and what is declared can settle it at all. */
  readonly decidable: boolean;
  readonly object: unknown;
  readonly context: {
    readonly deliveryPath: {
      readonly managers: readonly string[];
      readonly lastDeliveryAt?: string;
      readonly former?: {
        readonly managers: readonly string[];
        readonly until: string;
      };
    };
    readonly breakGlassWindows?: ReadonlyArray<{
      readonly from: string;
      readonly until: string;
    }>;
    readonly auditedWrites?: ReadonlyArray<{
      readonly manager: string;
      readonly time: string;
      readonly actor: 'person' | 'service-account';
    }>;
  };
}

export const DELIVERED = '2026-11-20T10:00:00Z';
export const ARGO = ['argocd-controller'] as const;

const container = (fields: Fields): Fields => ({
  'f:containers': { 'k:{"name":"app"}': fields },
});
const template = (fields: Fields): Fields => ({
  'f:spec': { 'f:template': { 'f:spec': fields } },
});

export const REPLICAS: Fields = { 'f:spec': { 'f:replicas': {} } };
export const IMAGE = template(container({ 'f:image': {} }));
export const COMMAND = template(container({ 'f:command': {} }));
export const ENV = template(
  container({
    'f:env': { 'k:{"name":"LOG_LEVEL"}': { '.': {}, 'f:value': {} } },
  }),
);
export const LIMITS = template(
  container({ 'f:resources': { 'f:limits': { 'f:memory': {} } } }),
);
export const LABELS: Fields = {
  'f:metadata': { 'f:labels': { 'f:app.kubernetes.io/name': {} } },
};
export const STATUS: Fields = { 'f:status': { 'f:phase': {} } };
export const RESTART: Fields = {
  'f:spec': {
    'f:template': {
      'f:metadata': {
        'f:annotations': { '.': {}, 'f:kubectl.kubernetes.io/restartedAt': {} },
      },
    },
  },
};
/** What a path delivers of a Deployment. */
export const DELIVERY: Fields = {
  ...LABELS,
  'f:spec': {
    'f:selector': {},
    'f:template': {
      'f:metadata': { 'f:labels': { 'f:app': {} } },
      'f:spec': container({ '.': {}, 'f:image': {}, 'f:name': {} }),
    },
  },
};
/** What `kubectl create deployment` sets. */
export const WHOLE: Fields = {
  ...LABELS,
  'f:spec': {
    'f:progressDeadlineSeconds': {},
    'f:replicas': {},
    'f:selector': {},
    'f:strategy': { 'f:type': {} },
    'f:template': {
      'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
      'f:spec': {
        ...container({ '.': {}, 'f:image': {}, 'f:name': {} }),
        'f:restartPolicy': {},
      },
    },
  },
};

/** An entry of managedFields; the scale subresource has no time, as the API server leaves it out. */
export function entry(
  manager: string,
  operation: 'Apply' | 'Update',
  time: string | undefined,
  fieldsV1: Fields,
  subresource?: string,
) {
  return {
    manager,
    operation,
    apiVersion: 'apps/v1',
    ...(time && { time }),
    fieldsType: 'FieldsV1',
    fieldsV1,
    ...(subresource && { subresource }),
  };
}

/** An Apply entry of the path, written at the delivery. */
export const delivered = (manager = 'argocd-controller', fields = DELIVERY) =>
  entry(manager, 'Apply', DELIVERED, fields);

/** An object with its managedFields; a Deployment where nothing else is said. */
export function object(
  name: string,
  managedFields: ReadonlyArray<ReturnType<typeof entry>> | undefined,
  more: {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly owner?: { readonly apiVersion: string; readonly kind: string };
  } = {},
) {
  const { apiVersion = 'apps/v1', kind = 'Deployment', owner } = more;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace: 'shop',
      uid: `uid-${name}`,
      ...(owner && {
        ownerReferences: [
          { ...owner, name: 'owner', uid: 'uid-owner', controller: true },
        ],
      }),
      managedFields,
    },
  };
}

/** When somebody did something, after the delivery. */
export const LATER = '2026-11-20T14:07:31Z';

/** Argo CD delivers, and has delivered. */
export const BY_ARGO: LabelledCase['context'] = {
  deliveryPath: { managers: ARGO, lastDeliveryAt: DELIVERED },
};

/** Where one manager delivers, and has delivered. */
export const pathOf = (manager: string): LabelledCase['context'] => ({
  deliveryPath: { managers: [manager], lastDeliveryAt: DELIVERED },
});

type Label = Pick<LabelledCase, 'humanOutOfBandSpecChange' | 'decidable'>;

/** Makes objects with one label; Argo CD delivers where nothing else is said. */
export const labelledAs =
  (label: Label) =>
  (
    name: string,
    managedFields: Parameters<typeof object>[1],
    more: Parameters<typeof object>[2] &
      Partial<Pick<LabelledCase, 'context' | 'decidable'>> = {},
  ): LabelledCase => ({
    case: name,
    humanOutOfBandSpecChange: label.humanOutOfBandSpecChange,
    decidable: more.decidable ?? label.decidable,
    object: object(name, managedFields, more),
    context: more.context ?? BY_ARGO,
  });
