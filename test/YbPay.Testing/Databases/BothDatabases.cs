using System.Collections;

namespace YbPay.Testing;

/// <summary>Theory data: the test runs on each. Without YBPAY_TEST_POSTGRES the PostgreSQL case is skipped when it asks for its place.</summary>
public sealed class BothDatabases : IEnumerable<object[]>
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    public IEnumerator<object[]> GetEnumerator()
    {
        yield return [Sqlite];
        yield return [Postgres];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
