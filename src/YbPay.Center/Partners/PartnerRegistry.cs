using System.Net;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;

namespace YbPay.Center.Partners;

/// <summary>A partner with its keys ready.</summary>
internal sealed class Partner(PartnerOptions options, MobileKeys keys)
{
    public string AppId => options.AppId;

    public MobileKeys Keys { get; } = keys;

    private volatile Habit _habit = new(options.Variant ?? CanonicalVariant.Default);

    private sealed record Habit(CanonicalVariant Variant);

    /// <summary>How we write to this partner: as registered, else as its messages were written so far.</summary>
    public CanonicalVariant Variant => _habit.Variant;

    /// <summary>
    /// How to answer this message. One without numbers fits every number style, and its answer may hold numbers: it is then
    /// answered as the partner wrote before.
    /// </summary>
    public CanonicalVariant AnswerTo(OpenedEnvelope envelope)
    {
        if (options.Variant is { } registered) return registered;
        var (told, before) = (envelope.Variant, _habit.Variant);
        var variant = new CanonicalVariant(
            envelope.TellsNumbers ? told.Numbers : before.Numbers,
            envelope.TellsEmptyObjects ? told.EmptyObjects : before.EmptyObjects);
        if (variant != before) _habit = new(variant);
        return variant;
    }

    /// <summary>What is accepted as a request: a recorded reply is none.</summary>
    public OpenOptions Requests { get; } = new() { Variant = options.Variant, Direction = EnvelopeDirection.Request };

    /// <summary>What is accepted as the answer to a notice.</summary>
    public OpenOptions Replies { get; } = new() { Variant = options.Variant, Direction = EnvelopeDirection.Reply };

    /// <summary>The institution if it is this partner's, else null.</summary>
    public InstitutionOptions? Institution(string orgCodg) => options.Institutions.FirstOrDefault(i => i.OrgCodg == orgCodg);

    public bool MayCallFrom(IPAddress? address) =>
        options.AllowedAddresses.Count == 0 || (address is not null && options.AllowedAddresses.Contains(address.MapToIPv4().ToString()));
}

/// <summary>The partners of this centre, by appId and by institution.</summary>
internal sealed class PartnerRegistry : IDisposable
{
    private readonly Dictionary<string, Partner> _byAppId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Partner Partner, InstitutionOptions Institution)> _byInstitution = new(StringComparer.Ordinal);
    private readonly Sm2PrivateKey _ownKey;

    public PartnerRegistry(CenterOptions options)
    {
        _ownKey = Sm2PrivateKey.Parse(options.PrivateKey);
        foreach (var partner in options.Partners)
        {
            var ready = new Partner(partner, new MobileKeys(partner.AppId, partner.AppSecret, _ownKey, Sm2PublicKey.Parse(partner.PublicKey)));
            _byAppId.Add(partner.AppId, ready);
            foreach (var institution in partner.Institutions) _byInstitution.Add(institution.OrgCodg, (ready, institution));
        }
    }

    public Partner? Find(string appId) => _byAppId.GetValueOrDefault(appId);

    public (Partner Partner, InstitutionOptions Institution)? OfInstitution(string orgCodg) =>
        _byInstitution.TryGetValue(orgCodg, out var found) ? found : null;

    public void Dispose()
    {
        foreach (var partner in _byAppId.Values) partner.Keys.Dispose();
        _ownKey.Dispose();
    }
}
