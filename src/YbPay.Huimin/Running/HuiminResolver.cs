using System.Collections.Frozen;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Running;

/// <summary>Finds out what became of legs of its kinds, and carries on.</summary>
internal interface ILegOwner
{
    IReadOnlyList<string> Kinds { get; }

    /// <summary>As <see cref="ILegResolver.ResolveAsync"/>.</summary>
    Task ResolveAsync(LegRow leg, CancellationToken cancel);
}

/// <summary>Hands each open leg to the feature whose kind it is.</summary>
internal sealed class HuiminResolver(IEnumerable<ILegOwner> owners) : ILegResolver
{
    private readonly FrozenDictionary<string, ILegOwner> byKind = owners.SelectMany(owner => owner.Kinds.Select(kind => (kind, owner))).ToFrozenDictionary(pair => pair.kind, pair => pair.owner);

    public Task ResolveAsync(LegRow leg, CancellationToken cancel) => byKind.TryGetValue(leg.Kind, out var owner)
        ? owner.ResolveAsync(leg, cancel)
        : throw new InvalidOperationException($"Leg {leg.LegId} is of no kind of ours: {leg.Kind}.");
}
