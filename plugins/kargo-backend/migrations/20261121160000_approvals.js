// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('approvals', table => {
    table.comment('Requests to approve a promotion, one row each');
    table.string('id', 64).comment('UUID of the request');
    table
      .integer('version')
      .notNullable()
      .comment(
        'Counts the changes; a change that read another version is lost',
      );
    table
      .string('state', 16)
      .notNullable()
      .comment('pending, approved, rejected, expired, withdrawn or used');
    table
      .string('control_plane', 253)
      .notNullable()
      .comment('Name of the cluster');
    table.string('project', 253).notNullable().comment('Kargo project');
    table.string('stage', 253).notNullable().comment('Kargo stage');
    table.string('freight', 253).notNullable().comment('Name of the freight');
    table
      .string('open_key', 64)
      .comment(
        'SHA-256 of purpose and promotion while pending or approved, so that only one request is open for each',
      );
    table
      .bigInteger('requested_at')
      .notNullable()
      .comment('When it was asked for, milliseconds since the epoch, UTC');
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('When it is over, milliseconds since the epoch, UTC');
    table
      .text('request')
      .notNullable()
      .comment(
        'The whole request as JSON; the other columns repeat parts of it',
      );
    table.primary(['id'], 'approvals_pk');
    table.unique(['open_key'], { indexName: 'approvals_open_key_uniq' });
    table.index(
      ['control_plane', 'project', 'stage', 'requested_at'],
      'approvals_stage_idx',
    );
    table.index(['state', 'expires_at'], 'approvals_state_expires_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('approvals');
};
