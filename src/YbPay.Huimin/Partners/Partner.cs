using System.Net;
using YbPay.Protocol.Huimin;

namespace YbPay.Huimin.Partners;

/// <summary>A hospital with its keys ready.</summary>
internal sealed class Partner(HuiminPartnerOptions options) : IDisposable
{
    public string PlatformId => options.PlatformId;

    public string HospitalId => options.HospitalId;

    public string HospitalName => options.HospitalName;

    public string CityCode => options.CityCode;

    /// <summary>Empty when the hospital is not called.</summary>
    public string CallbackUrl => options.CallbackUrl;

    public int RefundDays => options.RefundDays;

    public HuiminKeys Keys { get; } = new(options.Secret);

    public bool MayCallFrom(IPAddress? address) =>
        options.AllowedAddresses.Count == 0 || (address is not null && options.AllowedAddresses.Contains(address.MapToIPv4().ToString()));

    public void Dispose() => Keys.Dispose();
}

/// <summary>The hospitals of this platform, by platformId and by hospitalId.</summary>
internal sealed class PartnerRegistry : IDisposable
{
    private readonly Dictionary<string, Partner> byPlatformId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Partner> byHospitalId = new(StringComparer.Ordinal);

    public PartnerRegistry(HuiminOptions options)
    {
        foreach (var partner in options.Partners.Select(partner => new Partner(partner)))
        {
            byPlatformId.Add(partner.PlatformId, partner);
            byHospitalId.Add(partner.HospitalId, partner);
        }
    }

    public IEnumerable<Partner> All => byPlatformId.Values;

    public Partner? Find(string platformId) => byPlatformId.GetValueOrDefault(platformId);

    public Partner? OfHospital(string hospitalId) => byHospitalId.GetValueOrDefault(hospitalId);

    public void Dispose()
    {
        foreach (var partner in byPlatformId.Values) partner.Dispose();
    }
}
