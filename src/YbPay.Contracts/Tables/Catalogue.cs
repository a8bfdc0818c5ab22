using System.Collections.Frozen;

namespace YbPay.Contracts.Tables;

/// <summary>Every printed table that exists as a contract. The data is generated from the records' attributes; nothing here reflects.</summary>
public static class Catalogue
{
    /// <summary>All tables as the documents print them: by document and interface, requests first, a message before its nodes.</summary>
    public static IReadOnlyList<ContractTable> All { get; } = CatalogueData.All;

    private static readonly FrozenDictionary<Type, ContractTable> ByRecord =
        All.DistinctBy(table => table.Record).ToFrozenDictionary(table => table.Record);

    private static readonly ILookup<(string, string), ContractTable> ByCode = All.ToLookup(table => (table.Document, table.Code));

    /// <summary>The tables of one interface, requests first; empty when it does not exist as a contract.</summary>
    public static IEnumerable<ContractTable> Find(string document, string code) => ByCode[(document, code)];

    /// <summary>The table of one node of one message, or null.</summary>
    public static ContractTable? Find(string document, string code, string kind, string node) =>
        ByCode[(document, code)].FirstOrDefault(table => table.Kind == kind && table.Node == node);

    /// <summary>The table of a whole message (its first node), or null.</summary>
    public static ContractTable? Message(string document, string code, string kind) =>
        ByCode[(document, code)].FirstOrDefault(table => table.Kind == kind);

    /// <summary>The record's first table, or null for a type that is no contract.</summary>
    public static ContractTable? Find(Type record) => ByRecord.GetValueOrDefault(record);

    /// <summary>The record's first table; throws for a type that is no contract.</summary>
    public static ContractTable For(Type record) => Find(record) ?? throw new ArgumentException($"{record.Name} is no contract.", nameof(record));

    /// <inheritdoc cref="For(Type)"/>
    public static ContractTable For<T>() => For(typeof(T));
}
