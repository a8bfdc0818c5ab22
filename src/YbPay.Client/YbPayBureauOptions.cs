namespace YbPay.Client;

/// <summary>Who you are at the bureau's core, and where it is. Checked when the host starts.</summary>
public sealed class YbPayBureauOptions
{
    /// <summary>The core's address up to, not including, <c>/fsi/api/callService</c>. HTTPS, except on loopback.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Your institution code (fixmedins_code), 12 characters.</summary>
    public string FixmedinsCode { get; set; } = "";

    /// <summary>Your institution's name (fixmedins_name), at most 20 characters.</summary>
    public string FixmedinsName { get; set; } = "";

    /// <summary>The region where the patient is treated (mdtrtarea_admvs), 6 digits; also taken for where he is insured.</summary>
    public string Admdvs { get; set; } = "";

    /// <summary>recer_sys_code, as your bureau told it.</summary>
    public string ReceiverCode { get; set; } = "FSI";

    /// <summary>opter: the operator's number, which also signs in.</summary>
    public string Operator { get; set; } = "";

    /// <summary>opter_name.</summary>
    public string OperatorName { get; set; } = "";

    /// <summary>The workstation's MAC address, which the sign-in asks for.</summary>
    public string Mac { get; set; } = "00-00-00-00-00-00";

    /// <summary>The workstation's IP address, which the sign-in asks for.</summary>
    public string Ip { get; set; } = "127.0.0.1";

    /// <summary>How long an answer may take.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    public override string ToString() => $"{nameof(YbPayBureauOptions)} {BaseUrl}";
}
