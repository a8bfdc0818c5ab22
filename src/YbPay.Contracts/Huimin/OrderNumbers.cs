using System.Text.Json.Serialization;

namespace YbPay.Contracts.Huimin;

/// <summary>
/// The printed field <c>origPayQueryId</c>: the platform's numbers of several payments, as a JSON array of texts or as one text joined by
/// commas. Both are read in either interface; it is written back in the form it came in.
/// </summary>
[JsonConverter(typeof(OrderNumbersConverter))]
public sealed class OrderNumbers : IEquatable<OrderNumbers>
{
    /// <summary>More payments than these are no stay's deposits.</summary>
    public const int Most = 100;

    private OrderNumbers(IReadOnlyList<string> numbers, bool isText) => (Numbers, IsText) = (numbers, isText);

    /// <summary>The numbers in the order given, blanks around them taken off; a number named twice stands twice.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>True when they came, and are written, as one text.</summary>
    public bool IsText { get; }

    /// <summary>Written as a JSON array.</summary>
    public static OrderNumbers Of(params IEnumerable<string> numbers) => new([.. numbers], isText: false);

    /// <summary>Written as one text; <paramref name="text"/> is joined by commas.</summary>
    public static OrderNumbers OfText(string text) => new(text.Split(',', StringSplitOptions.TrimEntries), isText: true);

    public bool Equals(OrderNumbers? other) => other is not null && IsText == other.IsText && Numbers.SequenceEqual(other.Numbers);

    public override bool Equals(object? obj) => Equals(obj as OrderNumbers);

    public override int GetHashCode() => Numbers.Aggregate(IsText.GetHashCode(), HashCode.Combine);

    /// <summary>The numbers joined by commas.</summary>
    public override string ToString() => string.Join(',', Numbers);
}
