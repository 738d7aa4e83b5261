import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type {
  WhatIf,
  WhatIfRequest,
} from '@fairway/plugin-gpu-capacity-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { gpuCapacityApiRef } from './api';
import { fits, fitsNot, pool } from './capacity.fixture';
import './components/GpuCapacityPages';
import './components/WhatIf';
import { gpuCapacityPlugin } from './plugin';

const answer: WhatIf = {
  sentence: '1 cluster of 2 would take 1 pod with 8 GPUs: GPU cluster west.',
  shape: { requests: { 'nvidia.com/gpu': 8 }, replicas: 1 },
  clusters: [
    { ...fits, domains: [{ domain: 'rack-1', slots: 2 }] },
    { ...fitsNot, domains: [{ domain: 'rack-2', slots: 0 }] },
  ],
  unread: [{ cluster: 'gpu-south', reason: 'nodes may not be read' }],
};

const parts: WhatIf['shape']['parts'] = [
  { name: 'head', requests: { cpu: 4_000 }, replicas: 1 },
  { name: 'workers', requests: { 'nvidia.com/gpu': 8 }, replicas: 4 },
];

function openPage(
  askWhatIf: (request: WhatIfRequest) => Promise<WhatIf>,
  search = '',
) {
  const ask = jest.fn(askWhatIf);
  renderTestApp({
    features: [gpuCapacityPlugin],
    initialRouteEntries: [`/gpu-capacity/what-if${search}`],
    apis: [[gpuCapacityApiRef, { askWhatIf: ask }]],
  });
  return ask;
}

async function fill(name: string, text: string) {
  await userEvent.click(await screen.findByRole('textbox', { name }));
  await userEvent.paste(text);
}

const whole = (amounts: Record<string, string>) => ({
  shape: { kind: 'amounts', requests: amounts },
  replicas: 1,
});

describe('What if', () => {
  it('asks nothing before there is a question', async () => {
    const ask = openPage(async () => answer);
    expect(
      await screen.findByText(/^Choose how many devices one pod needs/),
    ).toBeInTheDocument();
    expect(ask).not.toHaveBeenCalled();
  });

  it('asks every cluster for what is built, once the reader pauses', async () => {
    const ask = openPage(async () => answer);
    await userEvent.click(
      await screen.findByRole('button', { name: '8 devices' }),
    );
    await fill('CPU a pod', '64');
    expect(await screen.findByText(answer.sentence)).toBeInTheDocument();
    await waitFor(() =>
      expect(ask).toHaveBeenLastCalledWith(
        whole({ 'nvidia.com/gpu': '8', cpu: '64' }),
      ),
    );
  });

  it('answers cluster by cluster: yes, unless; and no, with what comes near', async () => {
    openPage(async () => answer, '?devices=8&within=rack');
    const west = await screen.findByRole('button', {
      name: /^GPU cluster west/,
    });
    expect(west).toHaveTextContent('Yes, unless.');
    expect(west).toHaveAttribute('aria-expanded', 'true');
    expect(
      screen.getByText(/^Not evaluated here: its pod affinity/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByText('1 node takes at least one'));
    expect(
      screen.getByRole('table', { name: 'Nodes that take pods' }),
    ).toHaveTextContent(/gpu-01.*2/);
    expect(
      screen.getByRole('table', { name: 'What fits within one domain' }),
    ).toHaveTextContent(/rack-1.*2.*yes/);

    const east = screen.getByRole('button', { name: /^gpu-east/ });
    expect(east).toHaveTextContent('Neither quota nor place.');
    await userEvent.click(east);
    expect(
      await screen.findByText('Quota: It needs 4 more than quota gives.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('0/3 nodes are available: 3 Insufficient cpu.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Nothing can be said of gpu-south: nodes may not be read',
      ),
    ).toBeInTheDocument();
  });

  it('says where it was not looked for what would have to move', async () => {
    const [first, ...others] = answer.clusters;
    const clusters = [{ ...first, movesOmitted: true }, ...others];
    openPage(async () => ({ ...answer, clusters }), '?devices=8');
    expect(
      await screen.findByText(
        /What would have to move was not looked for here/,
      ),
    ).toBeInTheDocument();
  });

  it('says whether all parts of what was pasted fit beside each other', async () => {
    openPage(
      async () => ({
        ...answer,
        shape: {
          ...answer.shape,
          part: 'RayCluster',
          parts,
        },
        clusters: [
          {
            ...fits,
            namespaceQuota: {
              status: 'never',
              sentence: 'The namespace may have 4 GPUs.',
            },
            gang: {
              status: 'not-found',
              sentence: 'At least 3 of 5 pods fit together.',
              parts: [{ name: 'workers', count: 4, placed: 2 }],
            },
          },
        ],
      }),
      '?shape=yaml&yaml=x',
    );
    expect(
      await screen.findByText(/^Of the RayCluster that was pasted/),
    ).toHaveTextContent('Looked for: head: 1 × 4 CPUs; workers: 4 × 8 GPUs.');
    expect(
      screen.getByText('At least 3 of 5 pods fit together.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: 'All parts together' }),
    ).toHaveTextContent(/workers.*4.*2/);
    expect(
      screen.getByText(
        'Quota of the namespace: The namespace may have 4 GPUs.',
      ),
    ).toBeInTheDocument();
  });

  it('is what a link says', async () => {
    const ask = openPage(
      async () => answer,
      '?devices=4&of=H100&memory=64Gi&replicas=3&selector=zone%3Da&within=rack&taints=strict',
    );
    await screen.findByText(answer.sentence);
    expect(ask).toHaveBeenCalledWith({
      shape: {
        kind: 'amounts',
        requests: { 'nvidia.com/gpu': '4', memory: '64Gi' },
        product: 'H100',
        nodeSelector: { zone: 'a' },
        toleratesTaints: false,
      },
      replicas: 3,
      domainLabel: 'rack',
    });
    expect(screen.getByRole('textbox', { name: 'Node selector' })).toHaveValue(
      'zone=a',
    );
  });

  it('says at the field what is wrong, and does not ask', async () => {
    const ask = openPage(async () => answer, '?devices=8&memory=64');
    expect(
      await screen.findByText('64 are bytes: write 64Gi for GiB'),
    ).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Memory a pod' })).toBeInvalid();
    expect(ask).not.toHaveBeenCalled();
  });

  it('takes YAML, and shows why the backend refuses it', async () => {
    const ask = openPage(async () => {
      throw await ResponseError.fromResponse(
        new Response(
          JSON.stringify({
            error: { name: 'InputError', message: 'There is no pod in it.' },
            response: { statusCode: 400 },
          }),
          {
            status: 400,
            headers: { 'content-type': 'application/json' },
          },
        ),
      );
    });
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Paste YAML' }),
    );
    await fill('Manifest', 'kind: Service');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This cannot be asked');
    expect(alert).toHaveTextContent('There is no pod in it.');
    expect(
      within(alert).queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
    expect(ask).toHaveBeenCalledWith({
      shape: { kind: 'yaml', text: 'kind: Service' },
      replicas: 1,
    });
  });

  it('says that it is looking', async () => {
    openPage(() => new Promise(() => {}), '?devices=1');
    expect(
      await screen.findByRole('status', { name: 'Loading the answer' }),
    ).toHaveTextContent('Looking at every node');
  });

  it('says what failed and offers to try again', async () => {
    openPage(async () => {
      throw new Error('connection refused');
    }, '?devices=1');
    expect(
      within(await screen.findByRole('alert')).getByRole('button', {
        name: 'Try again',
      }),
    ).toBeInTheDocument();
  });
});

describe('What if on the page of a pool', () => {
  function openPool(search: string) {
    const ask = jest.fn(async () => ({
      ...answer,
      clusters: [fits],
      unread: [],
    }));
    renderTestApp({
      features: [gpuCapacityPlugin],
      extensions: [
        createTestEntityPage({
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Resource',
            metadata: {
              name: 'h100',
              annotations: { 'gpu-capacity/cluster': 'gpu-west' },
            },
          },
        }),
      ],
      config: {
        app: { extensions: [{ 'entity-card:gpu-capacity/capacity': false }] },
      },
      initialRouteEntries: [`/?tab=what-if${search}`],
      apis: [
        [
          gpuCapacityApiRef,
          { getEntityCapacity: async () => pool, askWhatIf: ask },
        ],
      ],
    });
    return ask;
  }

  it('asks the cluster of the pool, or every one', async () => {
    const ask = openPool('&devices=8');
    expect(await screen.findByText('Yes, unless')).toBeInTheDocument();
    expect(ask).toHaveBeenCalledWith({
      ...whole({ 'nvidia.com/gpu': '8' }),
      clusters: ['gpu-west'],
    });
    await userEvent.click(
      screen.getByRole('switch', { name: /^Look in every cluster/ }),
    );
    await waitFor(() =>
      expect(ask).toHaveBeenLastCalledWith(whole({ 'nvidia.com/gpu': '8' })),
    );
  });

  it('has the products of the pool to choose from', async () => {
    const ask = openPool('&devices=8&of=NVIDIA-B200');
    await userEvent.click(
      await screen.findByRole('button', { name: /^B200 Product/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'H100 80GB HBM3' }),
    );
    await waitFor(() =>
      expect(ask).toHaveBeenLastCalledWith({
        shape: {
          kind: 'amounts',
          requests: { 'nvidia.com/gpu': '8' },
          product: 'NVIDIA-H100-80GB-HBM3',
        },
        replicas: 1,
        clusters: ['gpu-west'],
      }),
    );
  });
});
