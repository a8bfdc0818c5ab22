namespace YbPay.Contracts.Tables;

/// <summary>A text of at most <paramref name="length"/> characters.</summary>
public sealed class TextAttribute(int length, string label) : FieldAttribute(label)
{
    /// <summary>A text of at least <paramref name="least"/> and at most <paramref name="most"/> characters.</summary>
    public TextAttribute(int least, int most, string label)
        : this(most, label) => MinLength = least;

    /// <summary>A text without a limit of its own; the envelope's limit holds.</summary>
    public TextAttribute(string label)
        : this(0, label)
    {
    }

    public int MinLength { get; }

    public int MaxLength { get; } = length;

    /// <summary>Several texts: a JSON array, or one text joined by commas. The lengths hold for each.</summary>
    public bool Many { get; init; }

    /// <summary>The type is not printed, and senders write a number too.</summary>
    public bool AcceptsNumber { get; init; }

    /// <summary>The record that describes what is inside a text that holds JSON; an object in its place is accepted too.</summary>
    public Type? Content { get; init; }
}

/// <summary>A text from a code table. Regions add codes, so that an unknown one is no error on input.</summary>
public sealed class CodeAttribute(int length, string dictionary, string label) : FieldAttribute(label)
{
    public int MaxLength { get; } = length;

    public string Dictionary { get; } = dictionary;
}

/// <summary>Yuan with two decimals; <paramref name="digits"/> in all, as printed before the comma.</summary>
public sealed class MoneyAttribute(int digits, string label) : FieldAttribute(label)
{
    public int Digits { get; } = digits;
}

/// <summary>Whole fen of at most <paramref name="digits"/> digits, never negative: a number, or a numeric text, written as a number.</summary>
public sealed class FenAttribute(int digits, string label) : FieldAttribute(label)
{
    public int Digits { get; } = digits;
}

/// <summary>A number that is printed, and stays, a text: sign, digits, point. Amounts in fen, quantities, shares.</summary>
public sealed class NumeralAttribute(int digits, int decimals, string label) : FieldAttribute(label)
{
    public NumeralAttribute(int digits, string label)
        : this(digits, 0, label)
    {
    }

    public int Digits { get; } = digits;

    public int Decimals { get; } = decimals;
}

/// <summary>A number that is not money: a quantity, a price with more decimals, a share, an age.</summary>
public sealed class CountAttribute(int digits, int decimals, string label) : FieldAttribute(label)
{
    public CountAttribute(int digits, string label)
        : this(digits, 0, label)
    {
    }

    public int Digits { get; } = digits;

    public int Decimals { get; } = decimals;
}

/// <summary>A day, yyyy-MM-dd unless <see cref="Form"/> says otherwise.</summary>
public sealed class DateAttribute(string label) : FieldAttribute(label)
{
    /// <summary>The printed pattern, such as yyyyMMdd.</summary>
    public string? Form { get; init; }
}

/// <summary>A moment in the clock of the place of care, yyyy-MM-dd HH:mm:ss unless <see cref="Form"/> says otherwise.</summary>
public sealed class StampAttribute(string label) : FieldAttribute(label)
{
    /// <summary>The printed pattern, such as yyyyMMddHHmmss.</summary>
    public string? Form { get; init; }
}

/// <summary>JSON true or false. The standard's 0/1 flags are codes.</summary>
public sealed class FlagAttribute(string label) : FieldAttribute(label);

/// <summary>An object: the member's record, or free when the member is a JsonElement.</summary>
public sealed class GroupAttribute(string label) : FieldAttribute(label)
{
    /// <summary>For a free object: the record that describes the printed part of it.</summary>
    public Type? Content { get; init; }
}

/// <summary>An array of records.</summary>
public sealed class ListAttribute(string label) : FieldAttribute(label);
