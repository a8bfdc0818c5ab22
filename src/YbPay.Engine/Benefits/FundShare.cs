using YbPay.Engine.Money;

namespace YbPay.Engine.Benefits;

/// <summary>The funds that setlinfo names, each its own amount there (fsi.md, equation 3).</summary>
public enum FundKind
{
    /// <summary>hifp_pay: basic pooling fund.</summary>
    Basic,

    /// <summary>cvlserv_pay: civil-servant supplement.</summary>
    CivilServant,

    /// <summary>hifes_pay: enterprise supplement.</summary>
    Enterprise,

    /// <summary>hifmi_pay: residents' serious illness.</summary>
    SeriousIllness,

    /// <summary>hifob_pay: employees' large amounts.</summary>
    LargeAmount,

    /// <summary>hifdm_pay: disabled servicemen.</summary>
    Disabled,

    /// <summary>maf_pay: medical aid.</summary>
    MedicalAid,

    /// <summary>oth_pay.</summary>
    Other,
}

/// <summary>What one fund pays.</summary>
/// <param name="FundPayType">fund_pay_type, such as 310100.</param>
/// <param name="Base">inscp_scp_amt: what it was reckoned from.</param>
/// <param name="Limit">crt_payb_lmt_amt: most that it could pay this time.</param>
/// <param name="Process">setl_proc_info: the reckoning as a clerk would write it; Chinese, no personal data.</param>
public sealed record FundShare(FundKind Kind, string FundPayType, string Name, Fen Base, Fen Limit, Fen Amount, string Process);
