import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { StageDetail } from '@fairway/plugin-kargo-common';
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { kargoApiRef } from '../../api';
import { AvailableActionsProvider } from '../../hooks/AvailableActionsContext';
import {
  availableActions,
  project,
  promotionDetail,
  stageDetail,
} from '../../promotions.fixture';
import { PromotionSteps } from '../PromotionList/PromotionSteps';
import { StageActions } from './StageActions';

async function show(children: ReactNode) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [kargoApiRef, { getAvailableActions: async () => availableActions }],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout' },
        }}
      >
        <AvailableActionsProvider controlPlanes={['platform']}>
          {children}
        </AvailableActionsProvider>
      </EntityProvider>
    </TestApiProvider>,
  );
  await screen.findAllByRole('button');
  return screen.getAllByRole('button').map(({ textContent }) => textContent);
}

const test: StageDetail = {
  ...stageDetail,
  stage: project.stages.items[0],
  explanations: [],
};

const other = <button type="button">something else</button>;

describe('what can be done about a stage', () => {
  it('is to promote what it has to all that come after it', async () => {
    expect(await show(<StageActions detail={test} />)).toEqual([
      'Promote 1.8.3 to all stages after test',
      'Refresh test',
    ]);
  });

  it('is nothing further where nothing comes after it', async () => {
    expect(await show(<StageActions detail={stageDetail} />)).toEqual([
      'Refresh prod',
    ]);
  });

  it('is to abort what runs', async () => {
    const [explanation] = stageDetail.explanations;
    const detail: StageDetail = {
      ...stageDetail,
      explanations: [
        { ...explanation, status: 'promoting', promotion: 'prod.02' },
      ],
    };
    expect(await show(<StageActions detail={detail} />)).toEqual([
      'Abort the promotion',
      'Refresh prod',
    ]);
  });
});

describe('what can be done about a promotion', () => {
  it.each([
    ['Running', ['something else', 'Abort the promotion']],
    ['Pending', ['something else', 'Abort the promotion']],
    ['Succeeded', ['something else']],
    ['Aborted', ['something else']],
  ] as const)('that is %s is %j', async (phase, buttons) => {
    expect(
      await show(
        <>
          {other}
          <PromotionSteps promotion={{ ...promotionDetail, phase }} />
        </>,
      ),
    ).toEqual(buttons);
  });
});
