using System.Reflection;
using YbPay.Storage;

namespace YbPay.Testing;

/// <summary>An open database in a place of its own.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestPlace place;

    private TestDatabase(TestPlace place, DatabaseOptions options, IDatabase database) => (this.place, Options, Database) = (place, options, database);

    public DatabaseOptions Options { get; }

    public IDatabase Database { get; }

    /// <param name="kind">From <see cref="BothDatabases"/>.</param>
    /// <param name="migrations">The role's assembly, when its tables are wanted too.</param>
    public static async Task<TestDatabase> OpenAsync(string kind, Assembly? migrations = null)
    {
        var place = TestPlace.Create(kind);
        try
        {
            var options = place.Options("role");
            return new(place, options, await Databases.OpenAsync(options, migrations));
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await place.DisposeAsync();
    }
}
