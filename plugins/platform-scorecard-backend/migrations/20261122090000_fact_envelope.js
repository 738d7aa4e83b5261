// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('facts', table => {
    table
      .string('capability', 253)
      .comment('What of the platform it concerns, if the producer says');
    table
      .string('actor_key', 80)
      .comment('Keyed hash of who did it; the person is stored nowhere');
    table
      .string('supersedes', 512)
      .comment('Id of an earlier fact of this source that counts no more');
    table
      .string('digest', 64)
      .comment('SHA-256 of the content; absent in rows of the first version');
    table.index(['source', 'supersedes'], 'facts_source_supersedes_idx');
    table.index(['actor_key'], 'facts_actor_key_idx');
  });

  await knex.schema.alterTable('source_state', table => {
    table
      .text('partial')
      .comment('Which part could not be read at the last poll that worked');
  });

  await knex.schema.createTable('settings', table => {
    table.comment('What the plugin has to remember of itself');
    table.string('name', 128).comment('What it is');
    table.text('value').notNullable();
    table.primary(['name'], 'settings_pk');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('settings');
  await knex.schema.alterTable('source_state', table => {
    table.dropColumn('partial');
  });
  await knex.schema.alterTable('facts', table => {
    table.dropIndex(['actor_key'], 'facts_actor_key_idx');
    table.dropIndex(['source', 'supersedes'], 'facts_source_supersedes_idx');
    table.dropColumns('capability', 'actor_key', 'supersedes', 'digest');
  });
};
