namespace YbPay.Storage;

public enum Dialect
{
    Sqlite,
    Postgres,
}

/// <summary>The few words in which the two databases differ.</summary>
public static class DialectWords
{
    /// <summary>Ends a SELECT whose row is changed next. SQLite has one writer, so nothing is needed there.</summary>
    public static string ForUpdate(this Dialect dialect) => dialect == Dialect.Postgres ? " FOR UPDATE" : "";

    /// <summary>Ends a SELECT that claims work: rows that another node is claiming are passed over.</summary>
    public static string SkipLocked(this Dialect dialect) => dialect == Dialect.Postgres ? " FOR UPDATE SKIP LOCKED" : "";
}
