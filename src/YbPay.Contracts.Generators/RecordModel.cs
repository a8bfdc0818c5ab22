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
internal sealed class TableModel(string document, string code, string kind, string node, string title)
{
    public string Document { get; } = document;

    public string Code { get; } = code;

    public string Kind { get; } = kind;

    public string Node { get; } = node;

    public string Title { get; } = title;

    public string Identity => string.Join("|", Document, Code, Kind, Node, Title);
}

/// <summary>One member with a field attribute.</summary>
internal sealed class FieldModel(string member, string? wireName, string row, string? requiredWhenMember, string? requiredWhenValue, IReadOnlyList<string> points)
{
    public string Member { get; } = member;

    /// <summary>From [JsonPropertyName], or null where the document's rule makes the name.</summary>
    public string? WireName { get; } = wireName;

    /// <summary>The row's initialisers, all but the names that depend on the document.</summary>
    public string Row { get; } = row;

    public string? RequiredWhenMember { get; } = requiredWhenMember;

    public string? RequiredWhenValue { get; } = requiredWhenValue;

    /// <summary>The records this field leads to, for the printed order.</summary>
    public IReadOnlyList<string> Points { get; } = points;

    public string Identity => string.Join("|", Member, WireName, Row, RequiredWhenMember, RequiredWhenValue);
}
