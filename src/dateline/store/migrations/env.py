"""Runs the migrations on the connection that the store hands over, in the store's transaction."""

from alembic import context

from dateline.store.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
