namespace YbPay.Contracts.Generators;

/// <summary>What was read from one record; equal when its text is equal, so that an unrelated edit generates nothing anew.</summary>
internal sealed class RecordModel(string fullName, IReadOnlyList<TableModel> tables, IReadOnlyList<FieldModel> fields) : IEquatable<RecordModel>
{
    private readonly string identity = fullName + "\n" + string.Join("\n", tables.Select(t => t.Identity)) + "\n" + string.Join("\n", fields.Select(f => f.Identity));

    public string FullName { get; } = fullName;

    public IReadOnlyList<TableModel> Tables { get; } = tables;

    public IReadOnlyList<FieldModel> Fields { get; } = fields;

    /// <summary>A name for the record's generated class: the namespace's last part tells the documents apart.</summary>
    public string ClassName => string.Join("_", FullName.Substring("global::YbPay.Contracts.".Length).Split('.'));

    public bool Equals(RecordModel? other) => other is not null && identity == other.identity;

    public override bool Equals(object? obj) => Equals(obj as RecordModel);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(identity);
}

/// <summary>One [Contract] of a record.</summary>
internal sealed class TableModel(string document, string code, string kind, string node, string title, bool isPrinted, bool isDeprecated)
{
    public string Document { get; } = document;

    public string Code { get; } = code;

    public string Kind { get; } = kind;

    public string Node { get; } = node;

    public string Title { get; } = title;

    public bool IsPrinted { get; } = isPrinted;

    public bool IsDeprecated { get; } = isDeprecated;

    public string Identity => string.Join("|", Document, Code, Kind, Node, Title, IsPrinted, IsDeprecated);
}

/// <summary>One member with a field attribute.</summary>
internal sealed class FieldModel
{
    public string Member { get; set; } = "";

    /// <summary>From [JsonPropertyName], or null where the document's rule makes the name.</summary>
    public string? WireName { get; set; }

    public string Kind { get; set; } = "";

    /// <summary>The printed type and required mark where they are not the document's usual ones.</summary>
    public string? PrintedType { get; set; }

    public string? PrintedRequired { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>The row's initialisers, all but those that depend on the document.</summary>
    public string Row { get; set; } = "";

    public (string Member, string Value)? RequiredWhen { get; set; }

    public (string Member, string Value)? RequiredUnless { get; set; }

    /// <summary>The records this field leads to, for the printed order.</summary>
    public IReadOnlyList<string> Points { get; set; } = [];

    public string Identity => string.Join("|", Member, WireName, Kind, PrintedType, PrintedRequired, Row, RequiredWhen, RequiredUnless);
}
