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

    /// <summary>
    /// Comes after a key: it is one of those that <paramref name="select"/> gives. PostgreSQL cannot know how few a LIMIT lets through whose number is
    /// an argument, and would read the whole table to join them; keys of an array it looks up one by one.
    /// </summary>
    public static string IsOneOf(this Dialect dialect, string select) => dialect == Dialect.Postgres ? $" = ANY (ARRAY({select}))" : $" IN ({select})";
}
