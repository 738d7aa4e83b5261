// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ledger_entries', table => {
    table.comment('What happened to stages; rows are only ever added');
    table
      .string('id', 1024)
      .comment('Derived from what happened, so that a replay changes nothing');
    table
      .bigInteger('at')
      .notNullable()
      .comment('When it happened, milliseconds since the epoch, UTC');
    table
      .bigInteger('recorded_at')
      .notNullable()
      .comment('When it was written down, milliseconds since the epoch, UTC');
    table.string('kind', 64).notNullable().comment('Kind of the entry');
    table
      .string('control_plane', 253)
      .notNullable()
      .comment('Name of the cluster with the Kargo control plane');
    table.string('project', 253).notNullable().comment('Kargo project');
    table.string('stage', 253).notNullable().comment('Stage of the project');
    table.string('freight', 253).comment('Name of the freight, if known');
    table.text('version').comment('Version of the freight, if known');
    table
      .string('actor_kind', 32)
      .notNullable()
      .comment('person, service, controller, admin, automatic or unknown');
    table
      .string('path', 32)
      .notNullable()
      .comment('How it came: auto, portal, kargo, service, kubectl, admin');
    table
      .string('bypass', 64)
      .comment('Why it did not come by an allowed path; null where it did');
    table
      .text('entry')
      .notNullable()
      .comment('The whole entry as JSON, as in the contract');
    table.primary(['id'], 'ledger_entries_pk');
    table.index(['at', 'id'], 'ledger_entries_at_idx');
    table.index(
      ['project', 'stage', 'at', 'id'],
      'ledger_entries_project_stage_at_idx',
    );
    table.index(['kind', 'at', 'id'], 'ledger_entries_kind_at_idx');
    table.index(['freight', 'at', 'id'], 'ledger_entries_freight_at_idx');
    table.index(['at', 'id'], 'ledger_entries_bypass_at_idx', {
      predicate: knex.whereNotNull('bypass'),
    });
  });

  await knex.schema.createTable('ledger_open', table => {
    table.comment('What has begun and not ended: promotions and holds');
    table
      .string('thread', 1024)
      .comment('First part of the ids of the entries that belong together');
    table
      .string('control_plane', 253)
      .notNullable()
      .comment('Name of the cluster with the Kargo control plane');
    table
      .string('entry_id', 1024)
      .notNullable()
      .comment('The entry in ledger_entries with which it began');
    table
      .bigInteger('opened_at')
      .notNullable()
      .comment('When that was written down, milliseconds since the epoch, UTC');
    table.primary(['thread'], 'ledger_open_pk');
    table.index(['control_plane'], 'ledger_open_control_plane_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ledger_open');
  await knex.schema.dropTable('ledger_entries');
};
