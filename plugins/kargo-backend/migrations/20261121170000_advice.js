// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('advice', table => {
    table.comment('What models advised on failures, one row for each answer');
    table.string('id', 64).comment('UUID of the advice');
    table
      .string('entity_ref', 255)
      .notNullable()
      .comment('Entity on whose page it was asked for');
    table
      .string('subject_kind', 16)
      .notNullable()
      .comment('promotion or stage');
    table
      .string('control_plane', 253)
      .notNullable()
      .comment('Name of the cluster');
    table
      .string('subject_name', 253)
      .notNullable()
      .comment('Name of the promotion or the stage');
    table
      .string('input_digest', 64)
      .notNullable()
      .comment('SHA-256 of the evidence that the model was given, as hex');
    table.text('model').notNullable().comment('Name of the model');
    table
      .text('output')
      .notNullable()
      .comment('The advice as it was shown, as JSON');
    table
      .text('asked_by')
      .notNullable()
      .comment('Entity ref of the person who asked');
    table
      .bigInteger('advised_at')
      .notNullable()
      .comment('When the model answered, milliseconds since the epoch, UTC');
    table
      .string('verdict', 16)
      .comment('used or dismissed; null while nobody said');
    table.text('judged_by').comment('Entity ref of the person who said so');
    table
      .bigInteger('judged_at')
      .comment('When they said so, milliseconds since the epoch, UTC');
    table.primary(['id'], 'advice_pk');
    table.index(
      ['control_plane', 'subject_kind', 'subject_name', 'advised_at'],
      'advice_subject_idx',
    );
    table.index(['advised_at'], 'advice_advised_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('advice');
};
