// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('capacity_periods', table => {
    table.comment(
      'What the accelerators of a pool did in a period; periods of which nothing is known have no row',
    );
    table
      .string('pool', 64)
      .notNullable()
      .comment('SHA-256 of cluster and node selector, as hex');
    table
      .string('resolution', 8)
      .notNullable()
      .comment('Length of the period: sample (5 minutes), hour or day');
    table
      .bigInteger('start')
      .notNullable()
      .comment('Start of the period, milliseconds since the epoch, UTC');
    table
      .string('unit', 64)
      .notNullable()
      .comment('SHA-256 of product, resource and kind, as hex');
    table
      .text('description')
      .notNullable()
      .comment('Cluster, product, resource and kind, as JSON');
    table
      .text('figures')
      .notNullable()
      .comment('Integrals over the time that was observed, as JSON');
    table.primary(
      ['pool', 'resolution', 'start', 'unit'],
      'capacity_periods_pk',
    );
    table.index(['resolution', 'start'], 'capacity_periods_start_idx');
  });
  await knex.schema.createTable('capacity_shapes', table => {
    table.comment('Shapes of pods with accelerators that were seen, by day');
    table.string('cluster', 253).notNullable().comment('Name of the cluster');
    table
      .bigInteger('day')
      .notNullable()
      .comment('Start of the day, milliseconds since the epoch, UTC');
    table
      .string('hash', 64)
      .notNullable()
      .comment('SHA-256 of the shape, as hex');
    table
      .text('shape')
      .notNullable()
      .comment('What the scheduler looks at, as JSON; names no pod');
    table
      .integer('pods')
      .notNullable()
      .comment('Most pods of the shape that were there at once on the day');
    table.primary(['cluster', 'day', 'hash'], 'capacity_shapes_pk');
    table.index(['day'], 'capacity_shapes_day_idx');
  });
  await knex.schema.createTable('capacity_episodes', table => {
    table.comment(
      'Conditions that last, one row while one lasts, so that it is told once',
    );
    table.string('id', 64).comment('SHA-256 of what the episode is of, as hex');
    table
      .bigInteger('began_at')
      .notNullable()
      .comment('When it was first seen, milliseconds since the epoch, UTC');
    table
      .bigInteger('seen_at')
      .notNullable()
      .comment('When it was last seen, milliseconds since the epoch, UTC');
    table
      .bigInteger('claimed_at')
      .comment(
        'When a replica began to tell of it, milliseconds since the epoch, UTC',
      );
    table
      .bigInteger('told_at')
      .comment(
        'When it had, milliseconds since the epoch, UTC; null while it has not',
      );
    table.primary(['id'], 'capacity_episodes_pk');
    table.index(['seen_at'], 'capacity_episodes_seen_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('capacity_episodes');
  await knex.schema.dropTable('capacity_shapes');
  await knex.schema.dropTable('capacity_periods');
};
