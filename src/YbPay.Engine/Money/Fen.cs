namespace YbPay.Engine.Money;

/// <summary>An amount in integer fen. Arithmetic is overflow-checked; the wire's yuan come in and go out through here only.</summary>
public readonly record struct Fen(long Value) : IComparable<Fen>
{
    /// <summary>The largest amount that any field of the documents can hold (16 digits, 2 decimals, in yuan).</summary>
    public const long Largest = 9_999_999_999_999_999;

    public static Fen Zero => default;

    /// <summary>Null when <paramref name="yuan"/> has more than two decimals or more digits than any field holds.</summary>
    public static Fen? FromYuan(decimal yuan)
    {
        if (yuan is > Largest / 100m or < -(Largest / 100m)) return null;
        var fen = yuan * 100m;
        return fen == decimal.Truncate(fen) ? new Fen((long)fen) : null;
    }

    /// <summary>Yuan with exactly two decimals, as the wire prints them.</summary>
    public decimal ToYuan() => unchecked(new(lo: (int)Magnitude, mid: (int)(Magnitude >> 32), hi: 0, isNegative: Value < 0, scale: 2));

    private ulong Magnitude => Value < 0 ? unchecked((ulong)-Value) : (ulong)Value;

    public static Fen operator +(Fen a, Fen b) => new(checked(a.Value + b.Value));

    public static Fen operator -(Fen a, Fen b) => new(checked(a.Value - b.Value));

    public static Fen operator -(Fen a) => new(checked(-a.Value));

    public static bool operator <(Fen a, Fen b) => a.Value < b.Value;

    public static bool operator >(Fen a, Fen b) => a.Value > b.Value;

    public static bool operator <=(Fen a, Fen b) => a.Value <= b.Value;

    public static bool operator >=(Fen a, Fen b) => a.Value >= b.Value;

    public static Fen Min(Fen a, Fen b) => a <= b ? a : b;

    public static Fen Max(Fen a, Fen b) => a >= b ? a : b;

    public int CompareTo(Fen other) => Value.CompareTo(other.Value);

    public override string ToString() => ToYuan().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
