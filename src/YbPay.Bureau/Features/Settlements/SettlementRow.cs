namespace YbPay.Bureau.Features.Settlements;

internal enum SettlementState
{
    InForce = 1,

    /// <summary>Cancelled by another row (2208, 2305).</summary>
    Cancelled = 2,

    /// <summary>A cancellation: negative amounts, points at what it cancels.</summary>
    Cancellation = 3,

    /// <summary>Taken back by 2601 as if it had never been; no part of any check.</summary>
    Reversed = 4,
}

/// <summary>One settlement as stored; amounts in fen, negative in a cancellation.</summary>
internal sealed record SettlementRow
{
    public required string SetlId { get; init; }
    public required string MdtrtId { get; init; }
    public required string PersonKey { get; init; }
    public required string Institution { get; init; }
    public required string ChrgBchno { get; init; }

    /// <summary>What may be in force once per visit: the batch, or for a stay the final settlement.</summary>
    public required string OnceKey { get; init; }

    public required string Msgid { get; init; }
    public string? OriginSetlId { get; init; }
    public required SettlementState State { get; init; }
    public required string Insutype { get; init; }
    public required string MedType { get; init; }
    public required string ClrType { get; init; }
    public required string BenefitGroup { get; init; }

    /// <summary>The accumulator's period in which the fund's part counts: the year.</summary>
    public required string FundYear { get; init; }

    /// <summary>The accumulator's period in which the deductible counts: the year, or the visit of a stay.</summary>
    public required string DeductiblePeriod { get; init; }

    public required string MdtrtCertType { get; init; }
    public required long SettledAt { get; init; }
    public required long Medfee { get; init; }
    public required long OwnPaid { get; init; }
    public required long OverLimit { get; init; }
    public required long FirstOwnPaid { get; init; }
    public required long InScope { get; init; }
    public required long Deductible { get; init; }
    public required int Ratio { get; init; }
    public required long Hifp { get; init; }
    public required long Cvlserv { get; init; }
    public required long Hifes { get; init; }
    public required long Hifmi { get; init; }
    public required long Hifob { get; init; }
    public required long Hifdm { get; init; }
    public required long Maf { get; init; }
    public required long Oth { get; init; }
    public required long FundSum { get; init; }
    public required long HospPart { get; init; }
    public required long PersonPart { get; init; }
    public required long AccountPaid { get; init; }
    public required long Cash { get; init; }
    public required long AccountLeft { get; init; }

    /// <summary>The funds' rows as JSON (<see cref="FundRow"/>).</summary>
    public required string Funds { get; init; }

    /// <summary>The calculation as JSON (<see cref="StoredReckoning"/>); null in cancellations and in rows older than it.</summary>
    public string? Reckoning { get; init; }

    /// <summary>The row that takes this settlement back: its own number, every amount negative.</summary>
    public SettlementRow Cancellation(string setlId, string msgid, long accountLeft, long now) => this with
    {
        SetlId = setlId,
        Msgid = msgid,
        OriginSetlId = SetlId,
        State = SettlementState.Cancellation,
        SettledAt = now,
        Medfee = -Medfee,
        OwnPaid = -OwnPaid,
        OverLimit = -OverLimit,
        FirstOwnPaid = -FirstOwnPaid,
        InScope = -InScope,
        Deductible = -Deductible,
        Hifp = -Hifp,
        Cvlserv = -Cvlserv,
        Hifes = -Hifes,
        Hifmi = -Hifmi,
        Hifob = -Hifob,
        Hifdm = -Hifdm,
        Maf = -Maf,
        Oth = -Oth,
        FundSum = -FundSum,
        HospPart = -HospPart,
        PersonPart = -PersonPart,
        AccountPaid = -AccountPaid,
        Cash = -Cash,
        AccountLeft = accountLeft,
        Funds = FundRow.Negated(Funds),
        Reckoning = null,
    };
}
