import type { Clock } from '@fairway/kubernetes-resources/testUtils';
import type { Request, Response } from 'express';
import express, { Router } from 'express';
import { z } from 'zod/v4';
import {
  BadQuery,
  evaluatePromql,
  type Sample,
  type SeriesSource,
} from './promql';

/** Prometheus refuses more points than this in one series. */
const MAX_POINTS = 11_000;

const STEP_UNITS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
};

class BadData extends Error {}

const parametersSchema = z.record(z.string(), z.string().optional());

type Parameters = z.infer<typeof parametersSchema>;

function unixSeconds(parameter: string, text: string): number {
  const seconds = /^\d+(\.\d+)?$/.test(text)
    ? Number(text)
    : Date.parse(text) / 1000;
  if (Number.isNaN(seconds)) {
    const prefix =
      parameter === 'time' ? "Invalid time value for 'time': " : '';
    throw new BadData(
      `invalid parameter "${parameter}": ${prefix}cannot parse "${text}" to a valid timestamp`,
    );
  }
  return seconds;
}

function stepSeconds(text: string): number {
  const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(text) ?? [];
  const seconds = Number(amount) * STEP_UNITS[unit || 's'];
  if (Number.isNaN(seconds)) {
    throw new BadData(
      `invalid parameter "step": cannot parse "${text}" to a valid duration`,
    );
  }
  if (seconds <= 0) {
    throw new BadData(
      'invalid parameter "step": zero or negative query resolution step widths are not accepted. Try a positive integer',
    );
  }
  return seconds;
}

function required(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (!value) {
    throw new BadData(
      name === 'query'
        ? 'invalid parameter "query": 1:1: parse error: no expression found in input'
        : `invalid parameter "${name}": cannot parse "" to a valid timestamp`,
    );
  }
  return value;
}

/** `/api/v1/query` and `/api/v1/query_range` with the answers and errors of Prometheus, for the PromQL that plugins ask. */
export function createPrometheusRouter(options: {
  readonly source: SeriesSource;
  readonly clock: Clock;
}): Router {
  const { source, clock } = options;

  const evaluated = (query: string, atSeconds: number): readonly Sample[] =>
    evaluatePromql(query, { source, atSeconds });

  const instant = (parameters: Parameters) => {
    const time = parameters.time
      ? unixSeconds('time', parameters.time)
      : clock.now().getTime() / 1000;
    return {
      resultType: 'vector',
      result: evaluated(required(parameters, 'query'), time).map(
        ({ labels, value }) => ({
          metric: labels,
          value: [time, String(value)],
        }),
      ),
    };
  };

  const range = (parameters: Parameters) => {
    const start = unixSeconds('start', required(parameters, 'start'));
    const end = unixSeconds('end', required(parameters, 'end'));
    const step = stepSeconds(required(parameters, 'step'));
    if (end < start) {
      throw new BadData(
        'invalid parameter "end": end timestamp must not be before start time',
      );
    }
    const points = Math.floor((end - start) / step) + 1;
    if (points > MAX_POINTS) {
      throw new BadData(
        'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
      );
    }
    const times = Array.from({ length: points }, (_, i) => start + i * step);
    const query = required(parameters, 'query');
    const rows = new Map<
      string,
      { metric: Sample['labels']; values: [number, string][] }
    >();
    for (const time of times) {
      for (const { labels, value } of evaluated(query, time)) {
        const key = JSON.stringify(labels);
        const row = rows.get(key) ?? { metric: labels, values: [] };
        row.values.push([time, String(value)]);
        rows.set(key, row);
      }
    }
    return { resultType: 'matrix', result: [...rows.values()] };
  };

  const answer =
    (read: (parameters: Parameters) => unknown) =>
    (request: Request, response: Response) => {
      try {
        const parameters = parametersSchema.parse({
          ...request.query,
          ...request.body,
        });
        response.json({ status: 'success', data: read(parameters) });
      } catch (error) {
        if (!(error instanceof BadData || error instanceof BadQuery)) {
          throw error;
        }
        response.status(400).json({
          status: 'error',
          errorType: 'bad_data',
          error: error.message,
        });
      }
    };

  const router = Router();
  router.use(express.urlencoded({ extended: false }));
  router.all('/api/v1/query', answer(instant));
  router.all('/api/v1/query_range', answer(range));
  return router;
}
