using YbPay.Bureau.Clock;
using YbPay.Bureau.Institutions;
using YbPay.Contracts.Outcomes;
using YbPay.Protocol.Fsi;

namespace YbPay.Bureau.Door;

/// <summary>The head's checks in their order, on one page. The catalogue check of the input comes after them.</summary>
internal sealed class HeadCheck(BureauOptions options, InstitutionDirectory institutions, SignInMemory signIns)
{
    private const int InstitutionLength = 12;
    private const int MsgidLength = 30;
    private const string MobileTerminal = "3";

    public async ValueTask<Outcome<Institution>> CheckAsync(FsiHead head, DateTimeOffset now, CancellationToken cancel)
    {
        if (institutions.Find(head.FixmedinsCode) is not { } sender) return Refusals.InstitutionUnknown;
        if (MsgidProblem(head, now) is { } problem) return problem;
        if (head.OpterType == MobileTerminal && !sender.MobilePayment) return Refusals.MobileNotPermitted;
        if (head.Infno != Infnos.SignIn && await signIns.CheckAsync(head.SignNo, sender.Code, now.ToUnixTimeMilliseconds(), cancel) is { } invalid) return invalid;
        return sender;
    }

    private Refusal? MsgidProblem(FsiHead head, DateTimeOffset now)
    {
        var msgid = head.Msgid;
        if (!HasForm(msgid) || !msgid.StartsWith(head.FixmedinsCode, StringComparison.Ordinal)) return Refusals.MsgidInvalid;
        if (ChinaTime.FromDigits(msgid.AsSpan(InstitutionLength, 14)) is not { } sentAt) return Refusals.MsgidInvalid;
        return (now - sentAt).Duration() > options.MsgidWindow ? Refusals.MsgidStale : null;
    }

    /// <summary>12 characters, then 18 digits.</summary>
    public static bool HasForm(string msgid)
    {
        if (msgid.Length != MsgidLength) return false;
        foreach (var letter in msgid.AsSpan(InstitutionLength))
            if (!char.IsAsciiDigit(letter)) return false;
        return true;
    }
}
