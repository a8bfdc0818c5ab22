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

/// <summary>What one fund pays of a bill, with all that a person needs to check it by hand.</summary>
public sealed record FundShare
{
    public required BenefitGrant Grant { get; init; }

    public required BenefitBase From { get; init; }

    /// <summary>What was used up before.</summary>
    public required UsedBefore Used { get; init; }

    /// <summary>inscp_scp_amt: what it was reckoned from.</summary>
    public required Fen Base { get; init; }

    /// <summary>The deductible paid with this bill.</summary>
    public required Fen Deductible { get; init; }

    /// <summary>The rest, by bands; empty when nothing is left.</summary>
    public required IReadOnlyList<BandPart> Parts { get; init; }

    /// <summary>What the ratios come to, before any cap.</summary>
    public required Fen ByRatio { get; init; }

    /// <summary>crt_payb_lmt_amt: most that the fund could pay this time.</summary>
    public required Fen Limit { get; init; }

    /// <summary>fund_payamt: what it pays.</summary>
    public required Fen Amount { get; init; }

    /// <summary>What lies above the deductible.</summary>
    public Fen Shared => Base - Deductible;

    /// <summary>The ratio in ten-thousandths: the band's, or over several bands what they come to.</summary>
    public int Ratio => Parts.Count switch
    {
        0 => Grant.Bands[0].Ratio,
        1 => Parts[0].Ratio,
        _ => (int)((((Int128)ByRatio.Value * Portion.Whole) + (Shared.Value / 2)) / Shared.Value),
    };

    /// <summary>setl_proc_info: the reckoning as a clerk would write it; Chinese, no personal data.</summary>
    public string Process => BenefitExplanation.Fund(this);
}
