import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Skeleton,
  Text,
} from '@backstage/ui';
import { AsyncContent } from '@fairway/platform-ui';
import type { ActResponse, PortalOrder } from '@fairway/plugin-kargo-common';
import { useState } from 'react';
import { useActionPreflight } from '../../hooks/useActionPreflight';
import { ACTION_WORDS } from '../actionWording';
import { ActionForm } from './ActionForm';
import { ActionResults } from './ActionResults';
import { ActionTargets } from './ActionTargets';

/** What an action does and what stands against it, then why it is done, then what came of it. */
export function ActionDialog(props: {
  readonly order: PortalOrder;
  readonly label: string;
  readonly onClose: () => void;
}) {
  const { order, label, onClose } = props;
  const [results, setResults] = useState<ActResponse['results']>();
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      isDismissable
      width="min(40rem, 96vw)"
    >
      <DialogHeader>{label}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Text as="p">{ACTION_WORDS[order.action]}</Text>
          {results ? (
            <ActionResults
              controlPlane={order.controlPlane}
              results={results}
            />
          ) : (
            <Ask order={order} label={label} onDone={setResults} />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Ask(props: {
  readonly order: PortalOrder;
  readonly label: string;
  readonly onDone: (results: ActResponse['results']) => void;
}) {
  const { order, label, onDone } = props;
  const state = useActionPreflight(order);
  return (
    <AsyncContent
      state={state}
      subject="the controls"
      skeleton={<Skeleton width="100%" height={80} />}
    >
      {({ targets }) => (
        <>
          <ActionTargets targets={targets} />
          {targets.some(({ decision }) => decision === 'clear') && (
            <ActionForm order={order} label={label} onDone={onDone} />
          )}
        </>
      )}
    </AsyncContent>
  );
}
