using YbPay.Engine.Money;

namespace YbPay.Storage.Tests.Statements;

public sealed class ValuesTravelUnchanged
{
    public enum Colour
    {
        Red = 1,
        Blue = 7,
    }

    private const string Table = "CREATE TABLE samples (whole BIGINT NOT NULL, small SMALLINT NOT NULL, flag SMALLINT NOT NULL, colour_code SMALLINT NOT NULL, fen BIGINT NOT NULL, name TEXT NOT NULL, note TEXT NULL, maybe BIGINT NULL, bytes BYTES_TYPE NULL)";

    private sealed record SampleRow
    {
        public required long Whole { get; init; }

        public required int Small { get; init; }

        public required bool Flag { get; init; }

        public required Colour ColourCode { get; init; }

        public required Fen Fen { get; init; }

        public required string Name { get; init; }

        public string? Note { get; init; }

        public long? Maybe { get; init; }

        public byte[]? Bytes { get; init; }
    }

    private sealed record NarrowRow(int Whole);

    private sealed record StrictRow
    {
        public required string Note { get; init; }
    }

    private sealed record WantsMore
    {
        public required string Name { get; init; }

        public required string Missing { get; init; }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_kind_of_value_comes_back_as_it_went(string kind)
    {
        await using var test = await OpenAsync(kind);
        SampleRow[] rows =
        [
            new() { Whole = long.MaxValue, Small = -5, Flag = true, ColourCode = Colour.Blue, Fen = new(123), Name = "张三 'quoted' @name ; --", Note = "", Maybe = 0, Bytes = [] },
            new() { Whole = long.MinValue, Small = 0, Flag = false, ColourCode = Colour.Red, Fen = new(-1), Name = "\U0001F600", Bytes = [0, 255] },
        ];
        foreach (var row in rows) (await InsertAsync(test, row)).ShouldBe(1);
        var back = await test.Database.ReadAsync(s => s.QueryAsync<SampleRow>("SELECT * FROM samples ORDER BY whole DESC"));
        back.Count.ShouldBe(2);
        for (var i = 0; i < rows.Length; i++)
        {
            back[i].Bytes.ShouldBe(rows[i].Bytes);
            (back[i] with { Bytes = null }).ShouldBe(rows[i] with { Bytes = null });
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Scalars_and_tuples_are_read_by_position(string kind)
    {
        await using var test = await OpenAsync(kind);
        await InsertAsync(test, Plain);
        await test.Database.ReadAsync(async s =>
        {
            (await s.FirstOrDefaultAsync<long>("SELECT SUM(whole) FROM samples")).ShouldBe(5);
            (await s.FirstOrDefaultAsync<long>("SELECT SUM(whole) FROM samples WHERE whole > 100")).ShouldBe(0);
            (await s.FirstOrDefaultAsync<long?>("SELECT SUM(whole) FROM samples WHERE whole > 100")).ShouldBeNull();
            (await s.FirstOrDefaultAsync<int>("SELECT COUNT(*) FROM samples")).ShouldBe(1);
            (await s.FirstOrDefaultAsync<Colour>("SELECT colour_code FROM samples")).ShouldBe(Colour.Blue);
            (await s.FirstOrDefaultAsync<string>("SELECT note FROM samples")).ShouldBeNull();
            (await s.FirstOrDefaultAsync<(string, long?)>("SELECT name, maybe FROM samples")).ShouldBe(("plain", null));
            (await s.QueryAsync<string>("SELECT name FROM samples WHERE whole = 99")).ShouldBeEmpty();
            return 0;
        });
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_list_stands_for_its_items(string kind)
    {
        await using var test = await OpenAsync(kind);
        for (var i = 0; i < 5; i++) await InsertAsync(test, Plain with { Whole = i });
        const string sql = "SELECT whole FROM samples WHERE whole IN @list AND name = @name ORDER BY whole";
        (await test.Database.ReadAsync(s => s.QueryAsync<long>(sql, new { list = new List<long> { 1, 3, 9 }, name = "plain" }))).ShouldBe([1, 3]);
        (await test.Database.ReadAsync(s => s.QueryAsync<long>(sql, new { list = new long[] { 4 }, name = "plain" }))).ShouldBe([4]);
        (await test.Database.ReadAsync(s => s.QueryAsync<long>(sql, new { list = Array.Empty<long>(), name = "plain" }))).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_dictionary_gives_arguments_too(string kind)
    {
        await using var test = await OpenAsync(kind);
        await InsertAsync(test, Plain with { Maybe = 3 });
        foreach (var maybe in (object?[])[null, 7])
        {
            await test.Database.WriteAsync(s => s.ExecuteAsync("UPDATE samples SET maybe = @maybe, note = @note", new Dictionary<string, object?> { ["maybe"] = maybe, ["note"] = "n" }));
            (await test.Database.ReadAsync(s => s.FirstOrDefaultAsync<int?>("SELECT maybe FROM samples"))).ShouldBe((int?)maybe);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_does_not_fit_is_refused_and_never_bent(string kind)
    {
        await using var test = await OpenAsync(kind);
        await InsertAsync(test, Plain with { Whole = 1L << 40 });
        await Should.ThrowAsync<OverflowException>(test.Database.ReadAsync(s => s.FirstOrDefaultAsync<NarrowRow>("SELECT whole FROM samples")));
        await Should.ThrowAsync<Exception>(test.Database.ReadAsync(s => s.FirstOrDefaultAsync<StrictRow>("SELECT note FROM samples")));
        (await Should.ThrowAsync<InvalidOperationException>(test.Database.ReadAsync(s => s.FirstOrDefaultAsync<WantsMore>("SELECT name FROM samples")))).Message.ShouldContain("Missing");
        (await Should.ThrowAsync<ArgumentException>(test.Database.ReadAsync(s => s.FirstOrDefaultAsync<long>("SELECT whole FROM samples WHERE whole = @x", new { y = 1 })))).Message.ShouldContain("@x");
        await Should.ThrowAsync<ArgumentException>(test.Database.ReadAsync(s => s.FirstOrDefaultAsync<long>("SELECT whole FROM samples WHERE whole = @x", new { x = 1.5m })));
        await Should.ThrowAsync<ArgumentException>(test.Database.ReadAsync(s => s.FirstOrDefaultAsync<long>("SELECT whole FROM samples WHERE whole = @x", new { x = DateTimeOffset.UnixEpoch })));
    }

    private static SampleRow Plain => new() { Whole = 5, Small = 1, Flag = true, ColourCode = Colour.Blue, Fen = new(0), Name = "plain" };

    private static Task<int> InsertAsync(TestDatabase test, SampleRow row) => test.Database.WriteAsync(s => s.ExecuteAsync("""
        INSERT INTO samples (whole, small, flag, colour_code, fen, name, note, maybe, bytes) -- @ignored in a comment
        VALUES (@Whole, @Small, @Flag, @ColourCode, @Fen, @Name, @Note, @Maybe, @Bytes)
        """, row));

    private static async Task<TestDatabase> OpenAsync(string kind)
    {
        var test = await TestDatabase.OpenAsync(kind);
        await test.Database.WriteAsync(s => s.ExecuteAsync(Table.Replace("BYTES_TYPE", kind == BothDatabases.Sqlite ? "BLOB" : "BYTEA", StringComparison.Ordinal)));
        return test;
    }
}
