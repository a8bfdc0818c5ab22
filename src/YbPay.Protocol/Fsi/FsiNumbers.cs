using System.Globalization;

namespace YbPay.Protocol.Fsi;

/// <summary>The message numbers of the envelope. Time and sequence come from the caller, who makes sure of uniqueness.</summary>
public static class FsiNumbers
{
    /// <summary>So many msgids an institution has in a second; all its windows, servers and the centre draw from them.</summary>
    public const int MsgidsPerSecond = 10_000;

    /// <summary>msgid: institution(12) + yyyyMMddHHmmss + sequence(4), 30 characters.</summary>
    /// <param name="sequence">0 to 9999.</param>
    public static string Msgid(string fixmedinsCode, DateTimeOffset at, int sequence)
    {
        if (fixmedinsCode.Length != 12) throw new ArgumentException("An institution code has 12 characters.", nameof(fixmedinsCode));
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sequence, MsgidsPerSecond);
        return string.Create(CultureInfo.InvariantCulture, $"{fixmedinsCode}{FsiTime.Compact(at)}{sequence:D4}");
    }

    /// <summary>inf_refmsgid: the receiver's admdvs(6) + yyyyMMddHHmmss + sequence(10), 30 characters.</summary>
    public static string RefMsgid(string admdvs, DateTimeOffset at, long sequence)
    {
        if (admdvs.Length != 6) throw new ArgumentException("An administrative division has 6 characters.", nameof(admdvs));
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 9_999_999_999);
        return string.Create(CultureInfo.InvariantCulture, $"{admdvs}{FsiTime.Compact(at)}{sequence:D10}");
    }
}
