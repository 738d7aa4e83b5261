import {
  Button,
  Flex,
  Switch,
  TextAreaField,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import type { PoolCapacity } from '@fairway/plugin-gpu-capacity-common';
import type { WhatIfDraft, WhatIfField } from '../../whatIf/WhatIfDraft';
import { ProductField } from './ProductField';
import styles from './WhatIf.module.css';

const PRESETS = ['1', '2', '4', '8'];

const LABELS: Readonly<
  Record<
    Exclude<WhatIfField, 'yaml' | 'product'>,
    { readonly label: string; readonly placeholder: string }
  >
> = {
  devices: { label: 'Devices a pod', placeholder: '8' },
  resource: { label: 'Resource', placeholder: 'nvidia.com/gpu' },
  cpu: { label: 'CPU a pod', placeholder: '64' },
  memory: { label: 'Memory a pod', placeholder: '512Gi' },
  replicas: { label: 'Pods', placeholder: '1' },
  selector: { label: 'Node selector', placeholder: 'zone=a, disk=ssd' },
  priority: { label: 'Priority', placeholder: '0' },
  within: {
    label: 'All within one',
    placeholder: 'topology.kubernetes.io/zone',
  },
  queue: { label: 'Queue', placeholder: 'namespace/name' },
};

const SHAPE_FIELDS = [
  'devices',
  'resource',
  'cpu',
  'memory',
  'selector',
  'priority',
] as const;
const PLACE_FIELDS = ['replicas', 'within', 'queue'] as const;

export interface WhatIfFormProps {
  readonly draft: WhatIfDraft;
  readonly problems: Readonly<Partial<Record<WhatIfField, string>>>;
  readonly pool?: Pick<PoolCapacity, 'cluster' | 'groups'>;
  readonly onChange: (change: Partial<WhatIfDraft>) => void;
}

/** A shape, built or pasted, how often, and where. */
export function WhatIfForm(props: WhatIfFormProps) {
  const { draft, pool, onChange } = props;
  return (
    <form
      aria-label="What if"
      className={styles.form}
      onSubmit={event => event.preventDefault()}
    >
      <ToggleButtonGroup
        aria-label="The shape of a pod"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[draft.kind]}
        onSelectionChange={keys =>
          onChange({ kind: new Set(keys).has('yaml') ? 'yaml' : 'amounts' })
        }
      >
        <ToggleButton id="amounts">Build a shape</ToggleButton>
        <ToggleButton id="yaml">Paste YAML</ToggleButton>
      </ToggleButtonGroup>
      {draft.kind === 'yaml' ? (
        <YamlField {...props} />
      ) : (
        <>
          <Presets onChange={onChange} />
          <div className={styles.fields}>
            {SHAPE_FIELDS.map(field => (
              <FormField key={field} field={field} {...props} />
            ))}
            <ProductField {...props} />
          </div>
          <Switch
            label="Taints of nodes keep it away"
            isSelected={draft.strict}
            onChange={strict => onChange({ strict })}
          />
        </>
      )}
      <div className={styles.fields}>
        {PLACE_FIELDS.map(field => (
          <FormField key={field} field={field} {...props} />
        ))}
      </div>
      {pool && (
        <Switch
          label="Look in every cluster, not only in this one"
          isSelected={draft.everywhere}
          onChange={everywhere => onChange({ everywhere })}
        />
      )}
    </form>
  );
}

function Presets(props: { readonly onChange: WhatIfFormProps['onChange'] }) {
  return (
    <Flex
      gap="2"
      role="group"
      aria-label="Devices"
      style={{ flexWrap: 'wrap' }}
    >
      {PRESETS.map(devices => (
        <Button
          key={devices}
          variant="secondary"
          size="small"
          onPress={() => props.onChange({ devices })}
        >
          {devices === '1' ? '1 device' : `${devices} devices`}
        </Button>
      ))}
    </Flex>
  );
}

function FormField(
  props: WhatIfFormProps & { readonly field: keyof typeof LABELS },
) {
  const { field, draft, problems, onChange } = props;
  return (
    <TextField
      {...LABELS[field]}
      value={draft[field]}
      onChange={value => onChange({ [field]: value })}
      validationBehavior="aria"
      validate={() => problems[field]}
    />
  );
}

function YamlField(props: WhatIfFormProps) {
  const { draft, problems, onChange } = props;
  return (
    <TextAreaField
      label="Manifest"
      description="A Pod, or something with a pod template: a Deployment, a Job, a RayService. Of several objects, the first one."
      rows={10}
      value={draft.yaml}
      onChange={yaml => onChange({ yaml })}
      validationBehavior="aria"
      validate={() => problems.yaml}
    />
  );
}
