import {
  clusterNode,
  clusterPod,
  clusterView,
} from '../__testUtils__/clusterView';
import { clusterMoment } from './ClusterMoment';
import { samplePeriods } from './samplePeriods';

describe('clusterMoment', () => {
  it('stays as it was while pods come and go and nodes change', async () => {
    const nodes = [clusterNode('a'), clusterNode('b'), clusterNode('c')];
    const pods = [
      clusterPod('p', 'a', 6),
      clusterPod('q', 'b', 2),
      clusterPod('r', undefined, 4),
      clusterPod('s', undefined, 4, {
        holding: 'nominated',
        nominatedNode: 'c',
      }),
    ];
    const view = clusterView({ nodes, pods });
    const sample = (cluster = clusterMoment(view)) =>
      samplePeriods({
        cluster,
        pool: { cluster: 'west', nodeSelector: [] },
        measured: [],
        at: 0,
      });
    const before = await sample();
    const moment = clusterMoment(view);
    const late = sample(moment);
    for (const { namespace, name } of pods) {
      view.state.removePod(`${namespace}/${name}`);
    }
    view.state.putPod('vision/t', clusterPod('t', 'b', 8));
    view.state.putPod('vision/u', clusterPod('u', undefined, 8));
    view.state.putNode(clusterNode('a', { state: 'cordoned' }));
    view.state.removeNode('c');
    expect(await late).toEqual(before);
    expect(await sample(moment)).toEqual(before);
    expect(await sample()).not.toEqual(before);
  });
});
