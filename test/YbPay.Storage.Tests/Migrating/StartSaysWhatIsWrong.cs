namespace YbPay.Storage.Tests.Migrating;

public sealed class StartSaysWhatIsWrong
{
    [Theory]
    [InlineData("data/center.db", Dialect.Sqlite)]
    [InlineData("/var/lib/ybpay/host=1.db", Dialect.Sqlite)]
    [InlineData("Host=db;Username=ybpay", Dialect.Postgres)]
    [InlineData("Username=ybpay; host=db", Dialect.Postgres)]
    [InlineData("Server=db;Port=5432", Dialect.Postgres)]
    public void The_form_of_the_storage_decides(string storage, Dialect dialect) =>
        new DatabaseOptions { Storage = storage, Schema = "center" }.Dialect.ShouldBe(dialect);

    [Fact]
    public async Task A_path_that_cannot_be_written_is_named()
    {
        await using var place = TestPlace.Create(BothDatabases.Sqlite);
        var file = place.Options("role").Storage;
        await File.WriteAllTextAsync(file, "in the way", TestContext.Current.CancellationToken);
        var error = await Should.ThrowAsync<StorageUnavailableException>(Databases.OpenAsync(new() { Storage = Path.Combine(file, "center.db"), Schema = "center" }, null));
        error.Message.ShouldContain(file);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await using var place = TestPlace.Create(BothDatabases.Sqlite);
        var options = place.Options("role");
        await File.WriteAllTextAsync(options.Storage, string.Concat(Enumerable.Repeat("this is not a database ", 100)), TestContext.Current.CancellationToken);
        (await Should.ThrowAsync<StorageUnavailableException>(Databases.OpenAsync(options, null))).Message.ShouldContain(options.Storage);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=ybpay;Password=top-secret;Timeout=2")]
    [InlineData("Host=127.0.0.1;Port=x;Password=top-secret")]
    [InlineData("Host=127.0.0.1;Nonsense=top-secret")]
    public async Task An_unreachable_PostgreSQL_is_named_without_its_password(string storage)
    {
        var error = await Should.ThrowAsync<StorageUnavailableException>(Databases.OpenAsync(new() { Storage = storage, Schema = "center" }, null));
        error.Message.ShouldContain("PostgreSQL");
        error.ToString().ShouldNotContain("top-secret");
    }

    [Fact]
    public async Task A_new_file_is_closed_to_other_accounts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other file rights.");
        await using var test = await TestDatabase.OpenAsync(BothDatabases.Sqlite);
        if (!OperatingSystem.IsWindows()) (File.GetUnixFileMode(test.Options.Storage) & (UnixFileMode.OtherRead | UnixFileMode.GroupRead)).ShouldBe(UnixFileMode.None);
    }

    [Fact]
    public async Task Every_commit_reaches_the_disk()
    {
        await using var test = await TestDatabase.OpenAsync(BothDatabases.Sqlite);
        const long full = 2;
        (await test.Database.WriteAsync(s => s.FirstOrDefaultAsync<long>("PRAGMA synchronous"))).ShouldBe(full);
        (await test.Database.WriteAsync(s => s.FirstOrDefaultAsync<string>("PRAGMA journal_mode"))).ShouldBe("wal");
        (await test.Database.WriteAsync(s => s.FirstOrDefaultAsync<long>("PRAGMA foreign_keys"))).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_database_that_is_gone_does_not_answer(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await test.Database.PingAsync(TestContext.Current.CancellationToken);
        await test.Database.WriteAsync(s => s.ExecuteAsync("DROP TABLE schema_migrations"));
        await Should.ThrowAsync<StorageUnavailableException>(test.Database.PingAsync(TestContext.Current.CancellationToken));
    }
}
