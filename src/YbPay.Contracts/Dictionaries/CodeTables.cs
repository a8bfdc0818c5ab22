using System.Collections.Frozen;

namespace YbPay.Contracts.Dictionaries;

/// <summary>Every code table by the name that the contracts cite.</summary>
public static class CodeTables
{
    public static IReadOnlyList<CodeTable> All { get; } =
    [
        OrdStas.Table,
        CallType.Table,
        SetlType.Table,
        RefdType.Table,
        RefStatus.Table,
        FeeType.Table,
        PsnCertType.Table,
        MdtrtCertType.Table,
        Insutype.Table,
        PsnInsuStas.Table,
        MedType.Table,
        DiagType.Table,
        PsnSetlway.Table,
        Flags.AcctUsedFlag,
        Flags.MidSetlFlag,
        Flags.CvlservFlag,
        Flags.NwbFlag,
        Flags.LatechbFlag,
        Flags.DscgTkdrugFlag,
        Flags.ValiFlag,
        Flags.TrtEnjymntFlag,
        Flags.MaindiagFlag,
        Flags.RxCircFlag,
        Flags.RefdSetlFlag,
        HospApprFlag.Table,
        OpterType.Table,
        TrtChkType.Table,
        DscgWay.Table,
        MatnType.Table,
        BirctrlType.Table,
        TcmdrugUsedWay.Table,
        FundPayType.Table,
        MedChrgitmType.Table,
        ChrgitmLv.Table,
        ListType.Table,
        PsnType.Table,
        BusinessType.Table,
        TransType.Table,
        StmtRslt.Table,
        Gend.Table,
    ];

    private static readonly FrozenDictionary<string, CodeTable> ByName = All.ToFrozenDictionary(table => table.Name);

    /// <summary>Null for a name that no contract cites.</summary>
    public static CodeTable? Find(string name) => ByName.GetValueOrDefault(name);
}
