namespace YbPay.Contracts.Tables;

/// <summary>
/// Names the printed table that a record is. A record that several interfaces print alike carries the attribute once for each;
/// the first is the one that <see cref="Catalogue.For(Type)"/> answers with.
/// </summary>
/// <param name="document">mobile, fsi, wallet, huimin, fusion or terminal. fsi names its fields in snake_case, the others in camelCase.</param>
/// <param name="code">The interface's number as printed.</param>
/// <param name="kind">request or response.</param>
/// <param name="node">The printed node (data, feedetailList, ...).</param>
/// <param name="title">The interface's printed name.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ContractAttribute(string document, string code, string kind, string node, string title) : Attribute
{
    public string Document { get; } = document;

    public string Code { get; } = code;

    public string Kind { get; } = kind;

    public string Node { get; } = node;

    public string Title { get; } = title;

    /// <summary>False for a node that the document names without printing a table of it: a ruling or the document's example gives the fields.</summary>
    public bool Printed { get; init; } = true;

    /// <summary>The document has retired the interface.</summary>
    public bool Deprecated { get; init; }
}
