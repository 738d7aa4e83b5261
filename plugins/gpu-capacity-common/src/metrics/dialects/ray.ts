import type { MetricDialect } from './MetricDialect';

/**
 * Ray's own figures. It counts the devices that its container sees, from 0, so they are known within their pod only. Its
 * documentation calls the memory bytes; it is MiB, as Ray's own dashboard has it.
 *
 * @see ray-project/ray python/ray/dashboard/modules/reporter/reporter_agent.py
 * @see ray-project/ray python/ray/dashboard/modules/metrics/dashboards/default_dashboard_panels.py
 */
export const ray: MetricDialect = {
  id: 'ray',
  title: 'Ray',
  scrapesWorkload: true,
  metrics: {
    busy: [
      { name: 'ray_node_gpus_utilization', unit: 'percent', integral: true },
    ],
    'memory-used': [{ name: 'ray_node_gram_used', unit: 'MiB' }],
  },
  labels: ['GpuIndex', 'GpuDeviceName', 'node'],
  readDevice: labels => ({
    uuid: undefined,
    migInstance: undefined,
    migProfile: undefined,
    index: labels.GpuIndex || undefined,
    model: labels.GpuDeviceName || undefined,
  }),
  readNode: labels => labels.node || undefined,
};
