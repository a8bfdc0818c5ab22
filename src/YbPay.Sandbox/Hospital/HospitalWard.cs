using System.Collections.Frozen;
using YbPay.Protocol.MobilePay;

namespace YbPay.Sandbox.Hospital;

/// <summary>The hospitals of this sandbox by institution code, and what they share.</summary>
public sealed class HospitalWard(HospitalOptions options, HospitalModes modes, HospitalBooks books, IFreshness freshness, TimeProvider time) : IDisposable
{
    private readonly FrozenDictionary<string, HospitalEnvelope> _envelopes = options.Partners.ToFrozenDictionary(
        partner => partner.OrgCodg, partner => new HospitalEnvelope(partner, options.CenterPublicKey, freshness, time), StringComparer.Ordinal);

    public HospitalModes Modes => modes;

    public HospitalBooks Books => books;

    /// <summary>The institution codes that this process plays.</summary>
    public IEnumerable<string> OrgCodgs => _envelopes.Keys;

    /// <summary>Null when there is no such hospital.</summary>
    internal HospitalEnvelope? Find(string orgCodg) => _envelopes.GetValueOrDefault(orgCodg);

    public void Dispose()
    {
        foreach (var envelope in _envelopes.Values) envelope.Dispose();
    }
}
