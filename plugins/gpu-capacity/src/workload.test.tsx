import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { GpuCapacity, WhatIf } from '@fairway/plugin-gpu-capacity-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { gpuCapacityApiRef } from './api';
import { fitsNot, workload } from './capacity.fixture';
import './components/GpuCapacityContent';
import './components/WhatIf';
import { gpuCapacityPlugin } from './plugin';

function open(
  capacity: GpuCapacity,
  askWhatIf: () => Promise<WhatIf> = jest.fn(),
) {
  renderTestApp({
    features: [gpuCapacityPlugin],
    extensions: [
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'vision',
            annotations: { 'backstage.io/kubernetes-id': 'vision' },
          },
        },
      }),
    ],
    config: {
      app: { extensions: [{ 'entity-card:gpu-capacity/capacity': false }] },
    },
    apis: [
      [
        gpuCapacityApiRef,
        { getEntityCapacity: async () => capacity, askWhatIf },
      ],
    ],
  });
}

describe('GPU capacity of a component', () => {
  it('says what its pods hold, and why some wait', async () => {
    open(workload);
    expect(await screen.findByText(workload.headline)).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /inference-0/ })).toHaveTextContent(
      /L4.*2 GPUs/,
    );
    expect(screen.getByRole('row', { name: /inference-0/ })).toHaveTextContent(
      'cannot run: CrashLoopBackOff',
    );
    expect(screen.getByRole('row', { name: /inference-1/ })).toHaveTextContent(
      'Waits for a nodeNo node has 2 GPUs free.',
    );
  });

  it('says what is done with what is held', async () => {
    open({
      ...workload,
      use: {
        sentence: '2 of 3 held devices report what they do: 1 busy, 1 idle.',
        held: 3,
        reporting: 2,
        busy: 1,
        idle: 1,
        attributable: true,
      },
    });
    expect(
      await screen.findByText(
        '2 of 3 held devices report what they do: 1 busy, 1 idle.',
      ),
    ).toBeInTheDocument();
  });

  it('says what Ray has given away of what its pods hold', async () => {
    const sentence =
      'Ray has given 3 of 4 GPUs to tasks and actors. The other 1 is held all the same.';
    open({
      ...workload,
      ray: { sentence, pods: 2, reporting: 2, given: 3, managed: 4 },
    });
    expect(await screen.findByText(sentence)).toBeInTheDocument();
  });

  it('says whether less would be enough, and why that cannot be said', async () => {
    open({
      ...workload,
      rightSizes: [
        {
          cluster: 'gpu-west',
          pods: 2,
          status: 'smaller',
          profile: '1g.20gb',
          memoryBytes: 20e9,
          sentence: 'A MIG slice of 20 GB would hold it.',
        },
        {
          cluster: 'gpu-west',
          pods: 1,
          status: 'unknown',
          sentence: 'No right-size hint for head: its devices are shared.',
        },
      ],
    });
    const hints = within(
      await screen.findByRole('list', { name: 'Would less be enough?' }),
    ).getAllByRole('listitem');
    expect(hints.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('A MIG slice of 20 GB would hold it.'),
      expect.stringContaining(
        'No right-size hint for head: its devices are shared.',
      ),
    ]);
  });

  it('counts pods whose names the reader may not know', async () => {
    open(workload);
    expect(
      await screen.findByText(
        '3 pods of this component hold 6 GPUs; you see names if you own it.',
      ),
    ).toBeInTheDocument();
  });

  it('says whether it can have more, from its least to a ceiling that there is not', async () => {
    open(workload);
    const demand = await screen.findByRole('article', {
      name: 'RayService vision/inference',
    });
    const [, workers, head] = within(demand).getAllByRole('row');
    expect(workers).toHaveTextContent(
      'workersDevices a pod2 GPUsPods now1At least1At mostno ceilingElsewhereWhat if …',
    );
    expect(head).toHaveTextContent(/none.*At most1Elsewhere$/);
    expect(demand).toHaveTextContent(
      'workers: there is no ceiling, so it may grow until the cluster is full.',
    );
    const least = within(demand).getByRole('region', { name: 'At the least' });
    expect(least).toHaveTextContent('It fits on 1 node, unless');
    expect(least).toHaveTextContent('Yes, unless');
    const upgrade = within(demand).getByRole('region', { name: 'Upgrade' });
    expect(upgrade).toHaveTextContent('Neither quota nor place');
    expect(
      within(upgrade).getByRole('list', { name: 'What comes near' }),
    ).toHaveTextContent('only 40 of the 64 CPUs. e-01, e-02 and 1 more');
    expect(
      within(demand).getByRole('list', { name: 'Findings' }),
    ).toHaveTextContent('Autoscaling is off');
  });

  it('says how much room there is without a ceiling, and why it waits, without names', async () => {
    const [demand] = workload.demands;
    open({
      ...workload,
      demands: [
        {
          ...demand,
          namespace: undefined,
          name: undefined,
          atMax: fitsNot,
          waits: {
            request: '2 GPUs',
            cause: 'quota',
            reason: 'Its queue has nothing left.',
            waitedSeconds: 120,
            position: 2,
          },
        },
      ],
    });
    const article = await screen.findByRole('article', {
      name: 'A RayService of this component',
    });
    expect(article).toHaveTextContent(
      'Waits for admission for 2 min, at place 2: Its queue has nothing left.',
    );
    expect(
      within(article).getByRole('region', { name: 'Room for more now' }),
    ).toHaveTextContent('It fits on no node now.');
  });

  it('takes the shape of a part over into a question', async () => {
    const askWhatIf = jest.fn(() => new Promise<WhatIf>(() => {}));
    open(workload, askWhatIf);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'What if one more of workers',
      }),
    );
    expect(
      await screen.findByRole('textbox', { name: 'Devices a pod' }),
    ).toHaveValue('2');
    await waitFor(() =>
      expect(askWhatIf).toHaveBeenCalledWith({
        shape: { kind: 'amounts', requests: { 'nvidia.com/gpu': '2' } },
        replicas: 1,
      }),
    );
  });

  it('says what would fill it', async () => {
    open({
      ...workload,
      pods: [],
      demands: [],
      hidden: { pods: 0, devices: {} },
    });
    expect(
      await screen.findByText(/once a pod or a template of it asks/),
    ).toBeInTheDocument();
  });
});
