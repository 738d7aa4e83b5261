import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { EntityPromotions } from '@fairway/plugin-kargo-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { kargoApiRef } from './api';
import { historyPage } from './history.fixture';
import { kargoPlugin } from './plugin';
import {
  actionPreflight,
  actResponse,
  approvalRequest,
  availableActions,
  comparison,
  entityPromotions,
  preflight,
  project,
  promotionDetail,
  stageDetail,
} from './promotions.fixture';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', annotations: { 'kargo/project': 'checkout' } },
};

function open(
  getEntityPromotions: () => Promise<EntityPromotions>,
  initialRouteEntries = ['/'],
  answer = preflight,
) {
  const compareFreight = jest.fn(async () => comparison);
  const getHistory = jest.fn(async () => historyPage);
  const exportHistory = jest.fn(async () => new Blob(['a,b']));
  const requestApproval = jest.fn(async () => approvalRequest);
  const askAdvice = jest.fn();
  const promote = jest.fn(async () => ({ promotion: 'prod.02' }));
  const preflightAction = jest.fn(async () => actionPreflight);
  const act = jest.fn(async () => actResponse);
  renderTestApp({
    features: [kargoPlugin],
    extensions: [createTestEntityPage({ entity })],
    // The test page shows cards and tabs at once, an entity page does not.
    config: {
      app: { extensions: [{ 'entity-card:kargo/production': false }] },
    },
    initialRouteEntries,
    apis: [
      [
        kargoApiRef,
        {
          getEntityPromotions,
          getPromotion: async () => promotionDetail,
          getStage: async () => stageDetail,
          compareFreight,
          getHistory,
          exportHistory,
          preflight: async () => answer,
          getAdvisor: async () => ({ status: 'on' as const, model: 'llama' }),
          askAdvice,
          judgeAdvice: async (id, verdict) => ({
            id,
            verdict,
            by: 'user:default/ada',
            at: '2026-11-21T12:00:00Z',
          }),
          promote,
          getAvailableActions: async () => availableActions,
          preflightAction,
          act,
          requestApproval,
          decideApproval: async () => approvalRequest,
          withdrawApproval: async () => approvalRequest,
        },
      ],
    ],
  });
  return {
    compareFreight,
    getHistory,
    exportHistory,
    requestApproval,
    promote,
    act,
  };
}

/** At once: a letter at a time renders the page as often. */
async function fill(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

describe('Promotions tab', () => {
  it('says that a project has no stages yet', async () => {
    open(async () => ({
      ...entityPromotions,
      projects: [{ ...project, stages: { ...project.stages, items: [] } }],
    }));
    expect(
      await screen.findByText(/^checkout has no stages here yet/),
    ).toBeInTheDocument();
  });

  it('says first where the version is, then shows the stages', async () => {
    open(async () => entityPromotions);
    expect(
      await screen.findByText(
        '1.8.3 is in test, healthy. Production has 1.8.2, unhealthy.',
      ),
    ).toBeInTheDocument();
    const stages = screen.getByRole('table', {
      name: 'Versions by stage',
    });
    const prod = within(stages).getByRole('row', { name: /prod/ });
    expect(prod).toHaveTextContent('production, shard eu-central');
    expect(prod).toHaveTextContent('1.8.2');
    expect(prod).toHaveTextContent('step "push" errored: remote hung up');
    expect(prod).toHaveTextContent('2 of 3 pods are crash-looping');
    // The freight object is gone, so nobody knows since when.
    expect(prod).toHaveTextContent('unknown');
    expect(prod).toHaveTextContent(
      '1.8.3 waits12 min of soak left in test and 2 more',
    );
  });

  it('explains why a version is not in a stage, with what was there before', async () => {
    open(async () => entityPromotions);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Why is it not in prod?' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'prod' });
    expect(
      await within(dialog).findByText(
        '1.8.3 is not in prod: 12 min of soak left in test.',
      ),
    ).toBeInTheDocument();
    const reasons = within(dialog).getByRole('list', { name: 'Reasons' });
    expect(within(reasons).getAllByRole('listitem')).toHaveLength(2);
    expect(reasons).toHaveTextContent('a person may still promote');
    expect(dialog).toHaveTextContent('set by email:anna@example.com');
    const diagnosis = within(dialog).getByRole('region', {
      name: 'Diagnosis of the promotion',
    });
    expect(diagnosis).toHaveTextContent(
      'Somebody else pushed to the branch at the same time.Promote again.A developer can act. It is safe to try again.',
    );
    expect(diagnosis).toHaveTextContent(
      /3 failures since .* one cause, not many/,
    );
    expect(
      within(dialog).getByRole('region', {
        name: 'Diagnosis of the health of the stage',
      }),
    ).toHaveTextContent('No rule explains');
    expect(dialog).toHaveTextContent(
      'infrastructure (inferred from the steps tf-apply)',
    );
    expect(dialog).toHaveTextContent(
      '2 people of group:default/platform; never your own request',
    );
    expect(
      within(dialog).getByRole('row', { name: /errors/ }),
    ).toHaveTextContent('3 good, 2 failed');
  });

  it('opens the promotion that a link names', async () => {
    const { name } = project.promotions.items[0];
    open(async () => entityPromotions, [`/?promotion=platform/${name}`]);
    expect(
      await screen.findByRole('table', { name: `Steps of ${name}` }),
    ).toHaveTextContent('remote hung up');
  });

  it('says that a warehouse finds nothing, and which controller is silent', async () => {
    open(async () => entityPromotions, ['/?tab=controllers']);
    expect(
      await screen.findByText(/Warehouse checkout finds no new freight/),
    ).toHaveTextContent('401');
    const controllers = screen.getByRole('table', { name: 'Controllers' });
    expect(
      within(controllers).getByRole('row', { name: /eu-central/ }),
    ).toHaveTextContent('Silent: what is shown may be old');
    expect(
      within(controllers).getByRole('row', { name: /eu-central/ }),
    ).toHaveTextContent(/v1.10.10.*Not reached: connection refused/);
    expect(
      screen.getByRole('region', {
        name: 'Diagnosis of the controller of shard eu-central',
      }),
    ).toHaveTextContent('Look at the pod of the controller.');
  });

  it('compares two sides that are in the URL', async () => {
    const { compareFreight } = open(
      async () => entityPromotions,
      ['/?tab=compare&from=stage:platform/prod&to=stage:platform/test'],
    );
    expect(
      await screen.findByText('1 repository of 1 artifacts differ.'),
    ).toBeInTheDocument();
    expect(compareFreight).toHaveBeenCalledWith(expect.anything(), {
      from: 'stage:platform/prod',
      to: 'stage:platform/test',
    });
    expect(screen.getByRole('link', { name: 'Commits' })).toHaveAttribute(
      'href',
      'https://git.example.com/checkout/compare/1...2',
    );
  });

  it('lists what stands against a promotion, and asks for an approval with a reason', async () => {
    const { requestApproval } = open(
      async () => entityPromotions,
      ['/?stage=platform/prod'],
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Check promoting 1.8.3 to prod',
      }),
    );
    expect(
      await screen.findByText('2 things stand against it.'),
    ).toBeInTheDocument();
    const controls = screen.getByRole('list', { name: 'Controls' });
    expect(controls).toHaveTextContent('Frozen by rule year-end. Until');
    expect(controls).toHaveTextContent('It passes by itself.');
    expect(
      screen.getByRole('link', { name: 'Look at it in Kargo' }),
    ).toHaveAttribute('href', 'https://kargo.example.com/promote');

    const send = screen.getByRole('button', { name: 'Request approval' });
    expect(send).toBeDisabled();
    await fill(
      screen.getByRole('textbox', { name: /Why should it be promoted/ }),
      'The fix for the cart',
    );
    await userEvent.click(send);
    expect(requestApproval).toHaveBeenCalledWith(expect.anything(), {
      controlPlane: 'platform',
      stage: 'prod',
      freight: 'f2',
      reason: 'The fix for the cart',
    });
  });

  it('promotes with a reason where nothing stands against it and it is switched on', async () => {
    const { promote } = open(
      async () => entityPromotions,
      ['/?stage=platform/prod'],
      {
        ...preflight,
        decision: 'clear',
        blockers: [],
        executionMode: 'execute',
      },
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Check promoting 1.8.3 to prod',
      }),
    );
    await fill(
      await screen.findByRole('textbox', { name: /Why is it promoted/ }),
      'The fix for the cart',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Promote to prod' }),
    );
    expect(promote).toHaveBeenCalledWith(expect.anything(), {
      controlPlane: 'platform',
      stage: 'prod',
      freight: 'f2',
      reason: 'The fix for the cart',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it.each([
    [
      'Refresh prod',
      {
        action: 'refresh',
        controlPlane: 'platform',
        kind: 'Stage',
        name: 'prod',
      },
    ],
    [
      'Resume auto-promotion from Warehouse/checkout',
      {
        action: 'resume-auto-promotion',
        controlPlane: 'platform',
        stage: 'prod',
        origin: 'Warehouse/checkout',
      },
    ],
    [
      'Approve 1.8.3 for prod by hand',
      {
        action: 'approve-freight',
        controlPlane: 'platform',
        stage: 'prod',
        freight: 'f2',
      },
    ],
    [
      'Verify again',
      { action: 'reverify', controlPlane: 'platform', stage: 'prod' },
    ],
  ])('offers "%s" at the stage, with a reason', async (name, order) => {
    const { act } = open(
      async () => entityPromotions,
      ['/?stage=platform/prod'],
    );
    await userEvent.click(await screen.findByRole('button', { name }));
    const dialog = await screen.findByRole('dialog', { name });
    await userEvent.click(
      await within(dialog).findByRole('textbox', { name: /Why/ }),
    );
    await userEvent.paste('The fix for the cart');
    await userEvent.click(within(dialog).getByRole('button', { name }));
    expect(act).toHaveBeenCalledWith(expect.anything(), {
      order,
      reason: 'The fix for the cart',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(
      await within(dialog).findByRole('list', { name: 'What came of it' }),
    ).toHaveTextContent('Stage prod: done');
  });

  it('offers to make a warehouse look now', async () => {
    open(async () => entityPromotions, ['/?tab=freight']);
    expect(
      await screen.findByRole('button', {
        name: 'Refresh the warehouse checkout',
      }),
    ).toBeEnabled();
  });

  it('shows the history, and what went around the portal without blame', async () => {
    const { getHistory } = open(
      async () => entityPromotions,
      ['/?tab=history&around=true'],
    );
    const history = await screen.findByRole('table', { name: 'What happened' });
    expect(history).toHaveTextContent('around the portal');
    expect(screen.getByText(/It is feedback, not an offence/)).toBeVisible();
    expect(getHistory).toHaveBeenCalledWith(expect.anything(), {
      controlPlane: 'platform',
      stage: undefined,
      onlyBypasses: true,
      limit: 25,
    });
  });

  it('has the pipeline as a list too', async () => {
    open(async () => entityPromotions, ['/?tab=pipeline&view=list']);
    const upstream = await screen.findByText('from test');
    expect(upstream.closest('li')).toHaveTextContent(
      'prod 1.8.2 Failed from test',
    );
    expect(screen.getByRole('radio', { name: 'Graph' })).toBeInTheDocument();
  });

  it('shows 50 of 600 stages at first, and finds the others', async () => {
    const items = Array.from({ length: 600 }, (_, index) => ({
      ...project.stages.items[0],
      name: `stage-${index}`,
    }));
    open(async () => ({
      ...entityPromotions,
      projects: [{ ...project, stages: { ...project.stages, items } }],
    }));
    const table = await screen.findByRole('table', {
      name: 'Versions by stage',
    });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(50);
    expect(screen.getByText('50 of 600 stages')).toBeInTheDocument();
    // Asking for the names of all buttons takes longer than all the rest.
    await userEvent.click(screen.getByText('Show 50 more'));
    expect(await screen.findByText('100 of 600 stages')).toBeInTheDocument();
    expect(within(table).getAllByRole('rowheader')).toHaveLength(100);
    await fill(screen.getByRole('searchbox', { name: 'Filter stages' }), '599');
    expect(within(table).getAllByRole('rowheader')).toHaveLength(1);
    // jsdom is slow where a page is long, and more so on a busy machine.
  }, 20_000);

  it('opens a promotion to its steps', async () => {
    open(async () => entityPromotions);
    await userEvent.click(
      await screen.findByRole('button', { name: /Errored: 1.8.3 to prod/ }),
    );
    const steps = await screen.findByRole('table', { name: /^Steps of prod/ });
    expect(within(steps).getByRole('row', { name: /clone/ })).toHaveTextContent(
      '2 min',
    );
    const push = within(steps).getByRole('row', { name: /push/ });
    expect(push).toHaveTextContent('remote hung upfailed 3 times');
    expect(
      within(steps).getByRole('link', { name: 'Pull request 7' }),
    ).toHaveAttribute('href', 'https://git.example.com/pr/7');
  });

  it('shows freight and how far it has come', async () => {
    open(async () => entityPromotions);
    await userEvent.click(await screen.findByRole('tab', { name: 'Freight' }));
    expect(
      await screen.findByRole('row', { name: /gilded-otter/ }),
    ).toHaveTextContent('no stage');
  });

  it('shows a skeleton while loading', async () => {
    open(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading the promotions' }),
    ).toBeInTheDocument();
  });

  it('says what failed and offers to try again', async () => {
    open(async () => {
      throw new Error('connection refused');
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Could not load the promotions');
    expect(
      within(alert).getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  it('tells a reader without the permission so', async () => {
    open(async () => {
      throw await ResponseError.fromResponse(
        new Response('', { status: 403, statusText: 'Forbidden' }),
      );
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the promotions',
    );
  });

  it('says what to do when there is nothing', async () => {
    open(async () => ({
      headline: 'No control plane has the project checkout.',
      notices: ['Create the Kargo project checkout.'],
      projects: [],
    }));
    expect(
      await screen.findByText('Create the Kargo project checkout.'),
    ).toBeInTheDocument();
  });

  it('does not show what it may not read as empty', async () => {
    const unobserved = {
      freshness: {
        status: 'unobserved',
        reason: 'the portal may not list promotions',
      },
      malformed: [],
      items: [],
    } as const;
    open(async () => ({
      ...entityPromotions,
      projects: [
        {
          ...project,
          promotions: { ...unobserved, malformed: [], items: [], total: 0 },
        },
      ],
    }));
    expect(
      await screen.findByText(
        'not observed: the portal may not list promotions',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('The promotions are unknown.')).toBeInTheDocument();
    expect(screen.queryByText(/No promotion/)).not.toBeInTheDocument();
  });

  it('names an object that could not be read beside the others', async () => {
    open(async () => ({
      ...entityPromotions,
      projects: [
        {
          ...project,
          stages: {
            ...project.stages,
            malformed: [{ key: 'checkout/uat', message: 'spec is missing' }],
          },
        },
      ],
    }));
    expect(
      await screen.findByText(/checkout\/uat is missing here/),
    ).toHaveTextContent('spec is missing');
    expect(screen.getByRole('row', { name: /prod/ })).toBeInTheDocument();
  });
});
