using YbPay.Storage.Migrations;

namespace YbPay.Storage.Sqlite;

/// <summary>Applies migrations under the file's write lock, so that a second process waits and then finds them done.</summary>
internal static class SqliteMigrator
{
    public static void Apply(SqliteLink link, IReadOnlyList<Migration> migrations, long now)
    {
        link.Run("BEGIN IMMEDIATE");
        try
        {
            link.Run(AppliedMigration.Table);
            var session = new SqliteSession(link);
            var applied = session.QueryAsync<AppliedMigration>(AppliedMigration.Select).GetAwaiter().GetResult();
            foreach (var migration in AppliedMigration.Missing(applied, migrations))
            {
                using var command = link.Connection.CreateCommand();
                command.CommandText = migration.Sql;
                command.ExecuteNonQuery();
                session.ExecuteAsync(AppliedMigration.Insert, new { migration.Assembly, migration.Number, migration.Name, migration.Digest, now }).GetAwaiter().GetResult();
            }

            link.Run("COMMIT");
        }
        catch
        {
            if (link.InTransaction) link.Run("ROLLBACK");
            throw;
        }
    }
}
