using YbPay.Protocol.MobilePay;
using YbPay.Storage;

namespace YbPay.Center;

/// <summary>Everything a payment centre is told from outside. Checked at start: a centre with a bad key or address does not start.</summary>
public sealed class CenterOptions
{
    public DatabaseOptions? Database { get; set; }

    /// <summary>Master keys of the encrypted columns: version to 32 bytes.</summary>
    public IReadOnlyDictionary<int, byte[]>? MasterKeys { get; set; }

    /// <summary>The centre's own SM2 private key, in any form of ruling A.5.</summary>
    public string PrivateKey { get; set; } = "";

    /// <summary>The region the centre serves; part of every payOrdId.</summary>
    public string Admdvs { get; set; } = "";

    public IList<PartnerOptions> Partners { get; } = [];

    public CoreOptions Core { get; set; } = new();

    public BankOptions Bank { get; set; } = new();

    /// <summary>Which way cash is taken; without a word, the bank's.</summary>
    public Cash.CashChannelOptions Cash { get; set; } = new();

    /// <summary>The address under which patients' browsers reach the centre; cashier addresses begin with it.</summary>
    public string PublicBase { get; set; } = "";

    /// <summary>How long a patient may take to confirm on the cashier page.</summary>
    public TimeSpan CashierLimit { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>An unpaid order closes after this time (ruling C11).</summary>
    public TimeSpan UnpaidLimit { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long a revsToken is good for (mobile-pay document, table 275).</summary>
    public TimeSpan ReversalTokenLife { get; set; } = TimeSpan.FromHours(1);

    public VoucherLives VoucherLives { get; set; } = new();

    /// <summary>Largest sealed body accepted for a fee upload; the other interfaces take a sixteenth of it.</summary>
    public int LargestUpload { get; set; } = 8 * 1024 * 1024;

    /// <summary>Requests per second and partner; 0 is unlimited.</summary>
    public int RequestsPerSecond { get; set; }

    /// <summary>How long a hospital has for its answer to a notice.</summary>
    public TimeSpan NoticeTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The shared secret of those who may issue credentials (the national platform's feed). Empty: the internal
    /// address does not exist.
    /// </summary>
    public string InternalToken { get; set; } = "";

    /// <summary>Null: five minutes around the clock (ruling A.6).</summary>
    public IFreshness? Freshness { get; set; }
}

/// <summary>One partner (渠道): who signs, for which institutions, and where it is told.</summary>
public sealed class PartnerOptions
{
    public string AppId { get; set; } = "";

    public string AppSecret { get; set; } = "";

    /// <summary>The partner's SM2 public key.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>How the partner writes the text to sign; null accepts any known variant (ruling A.3: the sandbox's default).</summary>
    public CanonicalVariant? Variant { get; set; }

    public IList<InstitutionOptions> Institutions { get; } = [];

    /// <summary>Addresses that may call for this partner; empty allows all.</summary>
    public IList<string> AllowedAddresses { get; } = [];
}

/// <summary>An institution of a partner.</summary>
public sealed class InstitutionOptions
{
    public string OrgCodg { get; set; } = "";

    public string OrgName { get; set; } = "";

    /// <summary>The permission that 6202 and 6205 ask for (ruling C6).</summary>
    public bool MobilePayment { get; set; } = true;

    /// <summary>Notices go to <c>{CallbackBase}/6302</c> and <c>/6204</c>.</summary>
    public string CallbackBase { get; set; } = "";

    /// <summary>The hospital's own page, to which the result page leads back; empty: none.</summary>
    public string HomePage { get; set; } = "";

    /// <summary>
    /// Where the cashier leads a patient who pays by the hospital's own order (document 6204: 前端回调地址); empty: nowhere.
    /// mpcAppId, encData and chnlType are added to it.
    /// </summary>
    public string FrontReturnUrl { get; set; } = "";

    /// <summary>
    /// Third parties at which the hospital itself takes the cash part: WX, ALI, in the order in which the patient sees them. Such a hospital
    /// answers at <c>{CallbackBase}/6204/query</c>, <c>/close</c> and <c>/refund</c> (docs/cashier.md).
    /// </summary>
    public IList<string> OwnChannels { get; set; } = [];

    /// <summary>True: notices go sealed; false: clear (document 6302, note 2).</summary>
    public bool SealedCallbacks { get; set; } = true;
}

/// <summary>How the bureau core is reached.</summary>
public sealed class CoreOptions
{
    public string BaseUrl { get; set; } = "";

    /// <summary>After this time without an answer the outcome is unknown.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>recer_sys_code of the envelope.</summary>
    public string ReceiverCode { get; set; } = "YBPAY";

    /// <summary>First pause before a resolver asks again; doubles up to five minutes.</summary>
    public TimeSpan ResolveAfter { get; set; } = TimeSpan.FromSeconds(1);
}

/// <summary>How the cash channel is reached.</summary>
public sealed class BankOptions
{
    public string BaseUrl { get; set; } = "";

    public string Merchant { get; set; } = "";

    public string Secret { get; set; } = "";

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The centre's own public address; the channel reports payments to it.</summary>
    public string NotifyBase { get; set; } = "";
}

/// <summary>Life times of credentials.</summary>
public sealed class VoucherLives
{
    public TimeSpan QrCode { get; set; } = TimeSpan.FromMinutes(5);

    public TimeSpan EcToken { get; set; } = TimeSpan.FromMinutes(30);

    public TimeSpan PayAuthNo { get; set; } = TimeSpan.FromMinutes(30);
}
