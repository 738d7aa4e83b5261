import { z } from 'zod/v4';
import { stageViewSchema, type StageView } from './stageView';

const heldFreightSchema = stageViewSchema.shape.freight.unwrap();

/** What stages that are alike have in common: all but their names, and since when they have their freight. */
const commonSchema = stageViewSchema.omit({ name: true }).extend({
  freight: heldFreightSchema.omit({ since: true }).optional(),
});

const alikeSchema = z.object({
  name: z.string(),
  /** Place in `common`. */
  like: z.number().int().nonnegative(),
  since: heldFreightSchema.shape.since,
});

/**
 * Stages as they are sent. The regions of a fan-out have the same freight and wait for the same things, so what stages
 * have in common may be sent once. Who parses gets whole stages.
 */
export const stageListSchema = z.object({
  common: z.array(commonSchema).optional(),
  items: z.array(z.union([alikeSchema, stageViewSchema])),
});

type StageList = z.infer<typeof stageListSchema>;

/** @returns `undefined` where a stage is like something that is not there */
export function readStageList(list: StageList): StageView[] | undefined {
  const stages: StageView[] = [];
  for (const item of list.items) {
    const stage = 'like' in item ? readAlike(item, list.common) : item;
    if (!stage) return undefined;
    stages.push(stage);
  }
  return stages;
}

function readAlike(
  { name, like, since }: z.infer<typeof alikeSchema>,
  common: StageList['common'] = [],
): StageView | undefined {
  const found = common.at(like);
  return found && { ...found, name, freight: held(found.freight, since) };
}

function held(
  freight: z.infer<typeof commonSchema>['freight'],
  since: string | undefined,
): StageView['freight'] {
  return freight && { ...freight, since };
}

/** The shorter form of a list of stages. */
export function writeStageList(stages: readonly StageView[]): StageList {
  const places = new Map<string, number>();
  const common: z.infer<typeof commonSchema>[] = [];
  const items = stages.map(({ name, freight, ...rest }) => {
    const alike = {
      ...rest,
      freight: freight && { name: freight.name, version: freight.version },
    };
    const key = JSON.stringify(alike);
    const known = places.get(key);
    const like = known ?? common.push(alike) - 1;
    places.set(key, like);
    return { name, like, since: freight?.since };
  });
  return { common, items };
}
