// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('freeze_notices', table => {
    table.comment(
      'Of which freezes the owners of entities were told, one row for each entity and time of a rule',
    );
    table
      .string('id', 64)
      .comment('SHA-256 of entity, rule and beginning, as hex');
    table
      .bigInteger('claimed_at')
      .notNullable()
      .comment(
        'When a replica began to tell, milliseconds since the epoch, UTC',
      );
    table
      .bigInteger('told_at')
      .comment(
        'When it had, milliseconds since the epoch, UTC; null while it has not',
      );
    table.primary(['id'], 'freeze_notices_pk');
    table.index(['claimed_at'], 'freeze_notices_claimed_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('freeze_notices');
};
