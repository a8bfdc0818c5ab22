using YbPay.Bureau.Clock;
using YbPay.Bureau.Institutions;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts;
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
        if (TimeProblem(head, now) is { } problem) return problem;
        if (head.OpterType == MobileTerminal && !sender.MobilePayment) return Refusals.MobileNotPermitted;
        if (await SignInProblemAsync(head, sender, now, cancel) is { } invalid) return invalid;
        return sender;
    }

    /// <summary>The msgid's form and owner, and that its time, inf_time and the clock fit each other.</summary>
    private Refusal? TimeProblem(FsiHead head, DateTimeOffset now)
    {
        var msgid = head.Msgid;
        if (!HasForm(msgid) || !msgid.StartsWith(head.FixmedinsCode, StringComparison.Ordinal)) return Refusals.MsgidInvalid;
        if (ChinaTime.FromDigits(msgid.AsSpan(InstitutionLength, 14)) is not { } numberedAt) return Refusals.MsgidInvalid;
        if (numberedAt > now + options.ClockLead) return Refusals.MsgidStale.With("晚于中心时间，请校时");
        if (numberedAt < now - options.MsgidWindow) return Refusals.MsgidStale.With("早于中心时间，请使用新的报文ID");
        if (head.InfTime > now + options.ClockLead) return Refusals.InfTimeInvalid.With("晚于中心时间，请校时");
        if (head.InfTime < now - options.MsgidWindow) return Refusals.InfTimeInvalid.With("早于中心时间");
        return numberedAt > head.InfTime + options.ClockLead ? Refusals.InfTimeInvalid.With("早于报文ID的时间") : null;
    }

    private async ValueTask<Refusal?> SignInProblemAsync(FsiHead head, Institution sender, DateTimeOffset now, CancellationToken cancel)
    {
        if (head.Infno != Infnos.SignIn) return await signIns.CheckAsync(head.SignNo, sender.Code, now.ToUnixTimeMilliseconds(), cancel);
        return string.IsNullOrEmpty(head.SignNo) ? null : Refusals.SignNoUnwanted;
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
