namespace YbPay.Contracts.Tables;

/// <summary>The closed vocabulary of field kinds. A new kind is a decision for ARCHITECTURE.md.</summary>
public enum FieldKind
{
    Text,
    Code,
    Money,
    Fen,
    Count,
    Numeral,
    Date,
    Stamp,
    Flag,
    Group,
    List,
}

/// <summary>One printed row, and what the rulings make of it.</summary>
public sealed record FieldRow
{
    /// <summary>The wire name, as printed.</summary>
    public required string Name { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>The printed type (字符型, 数值型, ...), or empty.</summary>
    public required string Type { get; init; }

    /// <summary>The printed length ("40", "16,2"), or empty.</summary>
    public required string Length { get; init; }

    /// <summary>The printed required column (Y, N, M, ...), or empty.</summary>
    public required string Required { get; init; }

    public required string Label { get; init; }

    /// <summary>The name of the code table, or null.</summary>
    public string? Dictionary { get; init; }

    /// <summary>What holds after the rulings: absent, null and "" are all refused.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Required when the sibling field named first (its wire name) has the value named second.</summary>
    public (string Field, string Value)? RequiredWhen { get; init; }

    /// <summary>Required unless the sibling field named first (its wire name) has the value named second; required when the sibling is absent.</summary>
    public (string Field, string Value)? RequiredUnless { get; init; }

    /// <summary>Shortest text in characters; null when one character will do.</summary>
    public int? MinLength { get; init; }

    /// <summary>Longest text in characters; null when unbounded.</summary>
    public int? MaxLength { get; init; }

    /// <summary>For numbers: digits in all and behind the point.</summary>
    public (int Digits, int Decimals)? Scale { get; init; }

    /// <summary>For a Date or a Stamp: its pattern.</summary>
    public string? Form
    {
        get => field ?? Kind switch { FieldKind.Date => "yyyy-MM-dd", FieldKind.Stamp => "yyyy-MM-dd HH:mm:ss", _ => null };
        init;
    }

    /// <summary>Another spelling of the name that is read, never written, and only where the name itself is not there.</summary>
    public string? ReadAlso { get; init; }

    /// <summary>The document prints the row once more at the end of the table.</summary>
    public bool IsPrintedAgain { get; init; }

    /// <summary>Masked wherever it is shown.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>For Group and List: the record of the members; null for a free object.</summary>
    public Type? Members { get; init; }

    /// <summary>
    /// For a free object, or a text that holds JSON: the record of the printed part of its content. It describes and is not enforced;
    /// a text with a content accepts an object in its place, whose raw JSON then counts against <see cref="MaxLength"/>.
    /// </summary>
    public Type? Content { get; init; }

    /// <summary>For a Text: the value is a JSON object or a text, see <see cref="Content"/>.</summary>
    public bool AcceptsObject { get; init; }

    /// <summary>For a Text: several of them, as a JSON array or as one text joined by commas; the lengths hold for each.</summary>
    public bool IsMany { get; init; }

    /// <summary>For a Text whose type is not printed: a JSON number is read as its digits.</summary>
    public bool AcceptsNumber { get; init; }
}

/// <summary>One printed table: one node of one message of one interface.</summary>
public sealed record ContractTable
{
    public required Type Record { get; init; }

    /// <summary>mobile, fsi, wallet, huimin, fusion or terminal.</summary>
    public required string Document { get; init; }

    public required string Code { get; init; }

    /// <summary>request or response.</summary>
    public required string Kind { get; init; }

    /// <summary>The printed node (data, feedetailList, ...).</summary>
    public required string Node { get; init; }

    /// <summary>The interface's printed name.</summary>
    public required string Title { get; init; }

    /// <summary>False where a ruling, or the document's example, stands in for a table that is not printed.</summary>
    public bool IsPrinted { get; init; } = true;

    /// <summary>The document has retired the interface; a deployment may switch it off.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>The fields in printed order.</summary>
    public required IReadOnlyList<FieldRow> Rows { get; init; }

    /// <summary>The row of a wire name, or null.</summary>
    public FieldRow? Row(string name)
    {
        foreach (var row in Rows)
            if (row.Name == name) return row;
        return null;
    }

    public override string ToString() => $"{Document} {Code} {Kind} {Node}";
}
