import {
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Button,
  Skeleton,
} from '@backstage/ui';
import { AsyncContent } from '@fairway/platform-ui';
import { useStageDetail } from '../../hooks/useStageDetail';
import type { Part } from '../../navigation';
import { StageExplanation } from './StageExplanation';

/** Why something is not in a stage, and what was there. */
export function StageDialog(props: {
  readonly stage: Part;
  readonly onClose: () => void;
}) {
  const { stage, onClose } = props;
  const state = useStageDetail(stage);
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      isDismissable
      width="min(56rem, 96vw)"
    >
      <DialogHeader>{stage.name}</DialogHeader>
      <DialogBody>
        <AsyncContent
          state={state}
          subject="the stage"
          skeleton={<Skeleton width="100%" height={160} />}
        >
          {detail => <StageExplanation detail={detail} />}
        </AsyncContent>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
