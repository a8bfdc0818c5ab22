using System.Collections;
using YbPay.Engine.Money;

namespace YbPay.Storage.Statements;

/// <summary>How a value is stored. Dates, decimals and the like are refused: times are milliseconds and money is fen.</summary>
internal enum ArgumentKind
{
    Whole,
    Text,
    Bytes,
    List,

    /// <summary>A NULL whose type the database has to find out by itself.</summary>
    Unknown,
}

internal static class ArgumentKinds
{
    public static ArgumentKind? Of(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(byte) || type == typeof(bool) || type.IsEnum || type == typeof(Fen))
            return ArgumentKind.Whole;
        if (type == typeof(string)) return ArgumentKind.Text;
        if (type == typeof(byte[])) return ArgumentKind.Bytes;
        return typeof(IEnumerable).IsAssignableFrom(type) ? ArgumentKind.List : null;
    }

    /// <summary>Whole numbers of any width, flags, enums and fen all travel as one 64-bit number.</summary>
    public static object? Storable(object? value) => value switch
    {
        null or long or string or byte[] => value,
        int number => (long)number,
        bool flag => flag ? 1L : 0L,
        Fen fen => fen.Value,
        Enum named => Convert.ToInt64(named, null),
        short number => (long)number,
        byte number => (long)number,
        _ => value,
    };
}
