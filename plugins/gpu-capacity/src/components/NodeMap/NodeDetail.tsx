import { Button, Flex, Text } from '@backstage/ui';
import { StatusText } from '@fairway/platform-ui';
import {
  productName,
  type HealthView,
  type NodeView,
} from '@fairway/plugin-gpu-capacity-common';
import { HealthList } from '../HealthList';
import { NODE_WORDING } from '../wording';
import { NodeAccounts } from './NodeTable';

/** One node: what it has, where that is, and what is wrong with it. */
export function NodeDetail(props: {
  readonly node: NodeView;
  readonly health: readonly HealthView[];
  readonly onClose: () => void;
}) {
  const { node, health, onClose } = props;
  const { tone, word } = NODE_WORDING[node.state];
  const own = health.filter(finding => finding.node === node.name);
  return (
    <section aria-label={`Node ${node.name}`} aria-live="polite">
      <Flex direction="column" gap="3">
        <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
          <Text as="h3" variant="body-medium" weight="bold">
            {node.name}
          </Text>
          <StatusText tone={tone}>{word}</StatusText>
          <Text>{productName(node.product)}</Text>
          <Button variant="tertiary" size="small" onPress={onClose}>
            Close
          </Button>
        </Flex>
        {node.resources.length > 0 ? (
          <NodeAccounts node={node} />
        ) : (
          <Text as="p">It has no accelerators.</Text>
        )}
        {own.length > 0 && <HealthList findings={own} />}
      </Flex>
    </section>
  );
}
