using Microsoft.Data.Sqlite;

namespace YbPay.Storage.Sqlite;

/// <summary>Opens connections of one file with the settings that the guarantees rest on.</summary>
internal sealed class SqliteConnections(string path)
{
    private readonly string connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString();

    public string Path { get; } = path;

    /// <summary>WAL lets readers pass the writer; synchronous=FULL has every commit on disk before it is acknowledged.</summary>
    public SqliteLink OpenWriter() => Open(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY;"
        + "PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 4000");

    /// <summary>Cannot write: what changes data goes through the one writer.</summary>
    public SqliteLink OpenReader() => Open(
        "PRAGMA query_only = ON; PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4000");

    private SqliteLink Open(string pragmas)
    {
        SystemLibrary.Use();
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The folder and a file that only this account reads; says plainly what is wrong with the path.</summary>
    public void Prepare()
    {
        try
        {
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(Path, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new StorageUnavailableException($"The database file {Path} cannot be written: {error.Message}", error);
        }
    }
}
