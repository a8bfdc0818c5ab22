using YbPay.Client;
using YbPay.Sandbox.Time;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>Who plays in the journey, and what the hospital has written down of it. Prints the visit's number only.</summary>
internal sealed record HuiminScene(IHuiminClient Platform, ControlDesk Control, SandboxClock Clock, Timeline Timeline, Stay Stay)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The hospital's own records: what was paid and what went back, for the statement to be held against.</summary>
    public List<HuiminOwnOrder> Own { get; } = [];

    public string HospitalId => Stay.Hospital.HospitalId;

    public string CityCode => Stay.Hospital.CityCode;

    /// <summary>A number of the hospital's that was never used: what it is for, and the visit's own digits.</summary>
    public string Number(string kind) => $"{kind}{Stay.VisitNo}";

    public static string Yuan(long fen) => AccountsPage.Yuan(fen) + " 元";

    public override string ToString() => Stay.ToString();
}
