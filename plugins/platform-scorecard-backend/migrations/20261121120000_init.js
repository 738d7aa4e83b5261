// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('facts', table => {
    table.comment('What happened on the platform; rows are only ever added');
    table
      .bigIncrements('ingest_seq')
      .comment('Order of arrival; the cursor of readers');
    table
      .string('source', 512)
      .notNullable()
      .comment('CloudEvents source: who told of it');
    table
      .string('id', 512)
      .notNullable()
      .comment('CloudEvents id, unique within the source');
    table
      .string('kind', 128)
      .notNullable()
      .comment('CloudEvents type without the prefix dev.fairway.');
    table
      .string('subject', 512)
      .notNullable()
      .comment('Entity ref of the service, or of the template for path runs');
    table
      .string('team', 512)
      .comment('Entity ref of the owning team at the time, if known');
    table
      .bigInteger('occurred_at')
      .notNullable()
      .comment('When it happened, milliseconds since the epoch, UTC');
    table
      .bigInteger('observed_at')
      .notNullable()
      .comment('When the scorecard learned of it, milliseconds, UTC');
    table
      .text('data')
      .notNullable()
      .comment('CloudEvents data as JSON, at most 64 KiB');
    table.unique(['source', 'id'], { indexName: 'facts_source_id_uniq' });
    table.index(['kind', 'occurred_at'], 'facts_kind_occurred_at_idx');
    table.index(['subject'], 'facts_subject_idx');
  });

  await knex.schema.createTable('source_state', table => {
    table.comment('How far each polled source has been read, and its health');
    table.string('source', 512).comment('Id of the source');
    table
      .text('cursor')
      .comment('Where the next poll goes on; known to the source only');
    table
      .bigInteger('last_ok_at')
      .comment('End of the last poll that worked, milliseconds, UTC');
    table
      .bigInteger('lag_ms')
      .comment('Age of the newest fact at the last poll that brought any');
    table.text('error').comment('Why the last poll failed, if it did');
    table.primary(['source'], 'source_state_pk');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('source_state');
  await knex.schema.dropTable('facts');
};
