using System.Text;

namespace YbPay.Protocol.Canonical;

/// <summary>
/// Java's String.CASE_INSENSITIVE_ORDER, by which the payment centre sorts the top-level fields (ruling A.1): character by
/// character, folded up, then down, then compared. .NET's OrdinalIgnoreCase folds up only and puts <c>_</c> elsewhere.
/// </summary>
public sealed class JavaKeyOrder : IComparer<string>
{
    public static JavaKeyOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var common = Math.Min(x.Length, y.Length);
        for (var i = 0; i < common; i++)
        {
            var difference = Fold(x[i]) - Fold(y[i]);
            if (difference != 0) return difference;
        }

        return x.Length - y.Length;
    }

    internal static int CompareUtf8(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        if (!Ascii.IsValid(x) || !Ascii.IsValid(y)) return Instance.Compare(Encoding.UTF8.GetString(x), Encoding.UTF8.GetString(y));
        var common = Math.Min(x.Length, y.Length);
        for (var i = 0; i < common; i++)
        {
            var difference = FoldAscii(x[i]) - FoldAscii(y[i]);
            if (difference != 0) return difference;
        }

        return x.Length - y.Length;
    }

    // .NET's invariant folding leaves the dotless i and the long s alone; Java's does not.
    private static char Fold(char c) => c switch
    {
        '\u0131' => 'i',
        '\u017F' => 's',
        _ => char.ToLowerInvariant(char.ToUpperInvariant(c)),
    };

    private static int FoldAscii(byte c) => c is >= (byte)'A' and <= (byte)'Z' ? c + 32 : c;
}
