import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  ActionPreflight,
  AvailableActions,
  PortalOrder,
} from '@fairway/plugin-kargo-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { kargoApiRef } from '../../api';
import { AvailableActionsProvider } from '../../hooks/AvailableActionsContext';
import {
  actionPreflight,
  actResponse,
  availableActions,
} from '../../promotions.fixture';
import { ActionButton } from './ActionButton';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout' },
};

const order: PortalOrder = {
  action: 'promote-downstream',
  controlPlane: 'platform',
  stage: 'test',
  freight: 'f2',
};

async function show(
  options: {
    readonly available?: () => Promise<AvailableActions>;
    readonly answer?: ActionPreflight;
    readonly act?: () => Promise<typeof actResponse>;
  } = {},
) {
  const {
    available = async () => availableActions,
    answer = actionPreflight,
    act = async () => actResponse,
  } = options;
  const acted = jest.fn(act);
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          kargoApiRef,
          {
            getAvailableActions: available,
            preflightAction: async () => answer,
            act: acted,
          },
        ],
      ]}
    >
      <EntityProvider entity={entity}>
        <AvailableActionsProvider controlPlanes={['platform']}>
          <p>ready</p>
          <ActionButton
            order={order}
            place={{ controlPlane: 'platform', stage: 'test' }}
            label="Promote downstream"
          />
        </AvailableActionsProvider>
      </EntityProvider>
    </TestApiProvider>,
  );
  return acted;
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

const target = (
  name: string,
  found: Partial<ActionPreflight['targets'][number]> = {},
) => ({
  ...actionPreflight.targets[0],
  subject: { kind: 'Stage' as const, name },
  ...found,
});

const frozen = {
  control: 'window',
  message: 'Frozen until Monday.',
  value: 'closed',
  whoCanAct: 'time',
} as const;

describe('ActionButton', () => {
  it.each<[string, () => Promise<AvailableActions>]>([
    [
      'the class is not carried out from here',
      async () => ({ ...availableActions, stages: ['prod'] }),
    ],
    [
      'nobody knows',
      async () => {
        throw new Error('connection refused');
      },
    ],
  ])('is not there where %s', async (_, available) => {
    await show({ available });
    expect(screen.getByText('ready')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is disabled with the reason where it cannot be done', async () => {
    await show({
      available: async () => ({
        ...availableActions,
        unsupported: [
          {
            action: 'promote-downstream',
            reason: 'Kubernetes would let you change the stage itself.',
            whoCanAct: 'platform',
          },
        ],
      }),
    });
    expect(
      await screen.findByRole('button', { name: 'Promote downstream' }),
    ).toBeDisabled();
    expect(
      screen.getByText('Kubernetes would let you change the stage itself.'),
    ).toBeInTheDocument();
  });

  it('leads who can do something about it to where they can', async () => {
    await show({
      available: async () => ({
        ...availableActions,
        unsupported: [
          {
            action: 'promote-downstream',
            reason: 'Sign in to Kargo.',
            whoCanAct: 'caller',
          },
        ],
      }),
    });
    expect(
      await screen.findByRole('button', { name: 'Promote downstream' }),
    ).toBeEnabled();
  });

  it('says what stands against each stage, and what came of each', async () => {
    const act = await show({
      answer: {
        action: 'promote-downstream',
        targets: [
          target('prod-eu', { freight: 'f2', version: '1.8.3' }),
          target('prod-us', { decision: 'blocked', blockers: [frozen] }),
        ],
      },
      act: async () => ({
        results: [
          {
            subject: { kind: 'Stage', name: 'prod-eu' },
            outcome: 'executed',
            promotion: 'prod-eu.01',
          },
          {
            subject: { kind: 'Stage', name: 'prod-us' },
            outcome: 'blocked',
            message: 'Frozen until Monday.',
          },
        ],
      }),
    });
    await press('Promote downstream');
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('Stage prod-eu: 1.8.3'),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('list', { name: 'Controls of prod-us' }),
    ).toHaveTextContent('Frozen until Monday. It passes by itself.');
    const send = within(dialog).getByRole('button', {
      name: 'Promote downstream',
    });
    expect(send).toBeDisabled();
    await userEvent.click(within(dialog).getByRole('textbox', { name: /Why/ }));
    await userEvent.paste('The fix for the cart');
    await userEvent.click(send);
    const results = await within(dialog).findByRole('list', {
      name: 'What came of it',
    });
    expect(results).toHaveTextContent('Stage prod-eu: done');
    expect(results).toHaveTextContent(
      'Stage prod-us: not done. Frozen until Monday.',
    );
    expect(
      within(results).getAllByRole('button', { name: 'Look at the promotion' }),
    ).toHaveLength(1);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('asks for no reason where nothing can be done', async () => {
    await show({
      answer: {
        action: 'promote-downstream',
        targets: [
          target('prod-us', { decision: 'blocked', blockers: [frozen] }),
        ],
      },
    });
    await press('Promote downstream');
    expect(
      await screen.findByText('1 thing stands against it.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('says in words what went wrong, and sends the same request again', async () => {
    const act = await show({
      act: async () => {
        throw new Error('Kargo does not let you do this.');
      },
    });
    await press('Promote downstream');
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      await within(dialog).findByRole('textbox', { name: /Why/ }),
      'why',
    );
    const send = within(dialog).getByRole('button', {
      name: 'Promote downstream',
    });
    await userEvent.click(send);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Kargo does not let you do this.',
    );
    await userEvent.click(send);
    expect(act).toHaveBeenCalledTimes(2);
    expect(act.mock.calls[0]).toEqual(act.mock.calls[1]);
  });
});
