using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace YbPay.Contracts.Generators;

/// <summary>What follows from an attribute's kind and its numbers: the length as usually printed, and the limits that hold.</summary>
internal sealed class FieldShape(string length)
{
    public string Length { get; } = length;

    public string? MinLength { get; private set; }

    public string? MaxLength { get; private set; }

    public string? Scale { get; private set; }

    /// <summary>The pattern of a Date or a Stamp.</summary>
    public string? Form { get; private set; }

    public static FieldShape Of(string kind, ImmutableArray<TypedConstant> arguments, string? form)
    {
        string Number(int place) => Convert.ToString(arguments[place].Value, CultureInfo.InvariantCulture)!;
        return kind switch
        {
            "Text" when arguments.Length == 1 => new(""),
            "Text" when arguments.Length == 3 => new($"{Number(0)} — {Number(1)}") { MinLength = Number(0), MaxLength = Number(1) },
            "Text" or "Code" => new(Number(0)) { MaxLength = Number(0) },
            "Money" => new(Number(0) + ",2") { Scale = $"({Number(0)}, 2)" },
            "Fen" => new(Number(0)) { Scale = $"({Number(0)}, 0)" },
            "Count" or "Numeral" when arguments.Length == 3 => new($"{Number(0)},{Number(1)}") { Scale = $"({Number(0)}, {Number(1)})" },
            "Count" or "Numeral" => new(Number(0)) { Scale = $"({Number(0)}, 0)" },
            "Date" => OfForm(form ?? "yyyy-MM-dd"),
            "Stamp" => OfForm(form ?? "yyyy-MM-dd HH:mm:ss"),
            _ => new(""),
        };
    }

    private static FieldShape OfForm(string form)
    {
        var length = form.Length.ToString(CultureInfo.InvariantCulture);
        return new(length) { MaxLength = length, Form = form };
    }
}
