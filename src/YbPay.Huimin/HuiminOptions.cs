using YbPay.Protocol.MobilePay;
using YbPay.Storage;

namespace YbPay.Huimin;

/// <summary>Everything a huimin platform is told from outside. Checked at start: a platform with a bad secret or address does not start.</summary>
public sealed class HuiminOptions
{
    public DatabaseOptions? Database { get; set; }

    /// <summary>Master keys of the encrypted columns and of the images: version to 32 bytes.</summary>
    public IReadOnlyDictionary<int, byte[]>? MasterKeys { get; set; }

    public IList<HuiminPartnerOptions> Partners { get; } = [];

    public OutsideOptions CreditBank { get; set; } = new();

    public OutsideOptions Insurer { get; set; } = new();

    /// <summary>The address under which phones and hospitals reach the platform; signing pages and statement links begin with it.</summary>
    public string PublicBase { get; set; } = "";

    /// <summary>Where document images lie, sealed.</summary>
    public string ImageFolder { get; set; } = "";

    /// <summary>How long the address of a signing page (HOS00025) is good for.</summary>
    public TimeSpan EnrolmentPageLife { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a statement's link (HOS00013) is good for.</summary>
    public TimeSpan StatementLinkLife { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A used platformSeqId is remembered so long; longer than any accepted envelope can be repeated.</summary>
    public TimeSpan SequenceMemory { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long a hospital has for its answer to HIS00002 to HIS00004 and 1101.</summary>
    public TimeSpan HospitalTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Requests per second and partner; 0 is unlimited.</summary>
    public int RequestsPerSecond { get; set; }

    /// <summary>The shared secret of operators (freeze, unfreeze, claims, books). Empty: the internal addresses do not exist.</summary>
    public string InternalToken { get; set; } = "";

    /// <summary>Interfaces that the document has retired (1101, HOS00015) are served and called.</summary>
    public bool Retired { get; set; }

    /// <summary>Null: five minutes around the clock (ruling D.3).</summary>
    public IFreshness? Freshness { get; set; }
}

/// <summary>One hospital (接入方): its number and secret, and where it is called.</summary>
public sealed class HuiminPartnerOptions
{
    public string PlatformId { get; set; } = "";

    /// <summary>Signs as <c>key=</c>; its first 16 characters are the SM4 key.</summary>
    public string Secret { get; set; } = "";

    public string HospitalId { get; set; } = "";

    /// <summary>商户名 in statements.</summary>
    public string HospitalName { get; set; } = "";

    public string CityCode { get; set; } = "";

    /// <summary>Where the hospital receives HIS00002 to HIS00004 and 1101.</summary>
    public string CallbackUrl { get; set; } = "";

    /// <summary>Days within which a payment can be refunded: 30, up to 90 where the hospital has applied for it (HOS00004, note 1).</summary>
    public int RefundDays { get; set; } = 30;

    /// <summary>Addresses that may call for this partner; empty allows all.</summary>
    public IList<string> AllowedAddresses { get; } = [];
}

/// <summary>Another system: the credit bank, or the insurer.</summary>
public sealed class OutsideOptions
{
    public string BaseUrl { get; set; } = "";

    /// <summary>Our number there.</summary>
    public string Merchant { get; set; } = "";

    /// <summary>What requests are signed with.</summary>
    public string Secret { get; set; } = "";

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The first pause before an open leg is asked about; later ones double, five minutes at most.</summary>
    public TimeSpan ResolveAfter { get; set; } = TimeSpan.FromSeconds(2);
}
