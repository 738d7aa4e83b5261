import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { PreflightView } from '@fairway/plugin-kargo-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { kargoApiRef } from '../../api';
import { approvalRequest, preflight } from '../../promotions.fixture';
import { BreakGlass } from './BreakGlass';

async function show(change: Partial<PreflightView> = {}) {
  const requestApproval = jest.fn(async () => approvalRequest);
  const onSent = jest.fn();
  await renderInTestApp(
    <TestApiProvider apis={[[kargoApiRef, { requestApproval }]]}>
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout' },
        }}
      >
        <BreakGlass
          preflight={{ ...preflight, ...change }}
          wanted={{
            controlPlane: 'platform',
            stage: 'prod',
            freight: 'f2',
            intent: 'rollback',
          }}
          onSent={onSent}
        />
      </EntityProvider>
    </TestApiProvider>,
  );
  return { requestApproval, onSent };
}

const glass = { ...approvalRequest, purpose: 'break-glass' as const };
const denied = {
  control: 'permission',
  message: 'You may not do this here.',
  value: 'kargo.promotion.create',
  whoCanAct: 'platform',
} as const;

describe('BreakGlass', () => {
  it('asks a second person with a reason, and says over what it passes', async () => {
    const { requestApproval, onSent } = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Break glass…' }));
    expect(screen.getByText(/^For an emergency/)).toHaveTextContent(
      'passes over change windows and freezes, approvals. Who asked, who approved and why is kept in the history and reported.',
    );
    const send = screen.getByRole('button', { name: 'Ask a second person' });
    await userEvent.click(screen.getByRole('textbox', { name: /Why should/ }));
    await userEvent.paste('customers cannot pa');
    expect(send).toBeDisabled();
    await userEvent.paste('y');
    await userEvent.click(send);
    expect(requestApproval).toHaveBeenCalledWith(expect.anything(), {
      controlPlane: 'platform',
      stage: 'prod',
      freight: 'f2',
      reason: 'customers cannot pay',
      purpose: 'break-glass',
    });
    expect(onSent).toHaveBeenCalledTimes(1);
  });

  it('says over what it does not pass', async () => {
    await show({ blockers: [...preflight.blockers, denied] });
    await userEvent.click(screen.getByRole('button', { name: 'Break glass…' }));
    expect(screen.getByText(/^For an emergency/)).toHaveTextContent(
      'It does not pass over your permission.',
    );
  });

  it.each<[string, Partial<PreflightView>]>([
    ['nothing stands against it', { blockers: [] }],
    ['it would not help', { blockers: [denied] }],
    ['it is asked for', { requests: [glass] }],
    ['stages are only shown', { executionMode: 'view' }],
  ])('is not offered where %s', async (_, change) => {
    await show(change);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is offered again where the second person said no', async () => {
    await show({
      requests: [
        {
          ...glass,
          state: 'rejected',
          rejectedAt: '2026-11-21T12:00:00.000Z',
          rejectedBy: { kind: 'user', ref: 'user:default/ben' },
        },
      ],
    });
    expect(
      screen.getByRole('button', { name: 'Break glass…' }),
    ).toBeInTheDocument();
  });

  it.each<[PreflightView['executionMode'], string]>([
    [
      'execute',
      'passes over change windows and freezes, approvals. The history keeps that, with your reason and the second person.',
    ],
    [
      'hand-off',
      'passes over change windows and freezes, approvals. Kargo does not ask for them; the history has your request and the second person.',
    ],
  ])('says over what a broken glass passes (%s)', async (mode, text) => {
    await show({
      blockers: [],
      warnings: preflight.blockers,
      overridden: ['window', 'approvals'],
      executionMode: mode,
    });
    expect(screen.getByText(/The glass is broken/)).toHaveTextContent(text);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
