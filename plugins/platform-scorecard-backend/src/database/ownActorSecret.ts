import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { SettingRow } from './tables';

const NAME = 'actor-secret';

/**
 * The secret that the plugin made for itself, one for all replicas.
 *
 * @remarks
 * Who reads the database can try the people of the catalog against the keys that stand beside it. A secret in the
 * configuration keeps the two apart.
 */
export async function ownActorSecret(client: Knex): Promise<string> {
  await client<SettingRow>('settings')
    .insert({ name: NAME, value: randomBytes(32).toString('hex') })
    .onConflict('name')
    .ignore();
  const row = await client<SettingRow>('settings')
    .where({ name: NAME })
    .first();
  if (!row) throw new Error(`The table settings has lost the row ${NAME}`);
  return row.value;
}
