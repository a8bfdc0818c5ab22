namespace YbPay.Engine.Claims;

/// <summary>An electronic bill of a case, as far as bills depend on each other.</summary>
/// <param name="Code">Empty where a deletion names the number alone.</param>
/// <param name="Original">The bill that a red bill cancels; null for a bill of its own.</param>
public sealed record CaseBill(string Code, string Number, (string Code, string Number)? Original);

/// <summary>Why electronic bills are not taken.</summary>
public enum BillReason
{
    /// <summary>One message names a bill twice.</summary>
    Repeated,

    /// <summary>What shall be deleted is not there, or several bills have the number.</summary>
    Unknown,

    /// <summary>A red bill would stand without the bill that it cancels.</summary>
    OriginalMissing,
}

/// <summary>A reason, with the number of the bill it is about.</summary>
public sealed record BillRefusal(BillReason Reason, string Number);

/// <summary>What a message makes of a case's bills.</summary>
public sealed record BillChange(IReadOnlyList<CaseBill> Deleted, IReadOnlyList<CaseBill> Put);

/// <summary>The electronic bills of a case (HOS00023): replaced by code and number, deleted by number, and no red bill without its original.</summary>
public static class CaseBills
{
    /// <param name="standing">What the case has.</param>
    /// <param name="put">New, or in place of those with the same code and number.</param>
    /// <param name="deleted">By number, and by code where it is given.</param>
    public static Verdict<BillChange, BillRefusal> Change(IReadOnlyCollection<CaseBill> standing, IReadOnlyList<CaseBill> put, IReadOnlyList<CaseBill> deleted)
    {
        if (put.GroupBy(Key).FirstOrDefault(same => same.Count() > 1) is { } twice) return new BillRefusal(BillReason.Repeated, twice.First().Number);
        var gone = new List<CaseBill>();
        foreach (var one in deleted)
        {
            if (put.Any(bill => Means(one, bill))) return new BillRefusal(BillReason.Repeated, one.Number);
            var meant = standing.Where(bill => Means(one, bill)).ToList();
            if (meant.Count != 1) return new BillRefusal(BillReason.Unknown, one.Number);
            if (gone.Contains(meant[0])) return new BillRefusal(BillReason.Repeated, one.Number);
            gone.Add(meant[0]);
        }

        var keys = put.Select(Key).ToHashSet();
        var after = standing.Where(bill => !gone.Contains(bill) && !keys.Contains(Key(bill))).Concat(put).ToList();
        var originals = after.Where(bill => bill.Original is null).Select(Key).ToHashSet();
        return after.FirstOrDefault(bill => bill.Original is { } original && !originals.Contains(original)) is { } alone
            ? new BillRefusal(BillReason.OriginalMissing, alone.Number)
            : new BillChange(gone, put);
    }

    private static (string Code, string Number) Key(CaseBill bill) => (bill.Code, bill.Number);

    private static bool Means(CaseBill deleted, CaseBill bill) => bill.Number == deleted.Number && (deleted.Code.Length == 0 || deleted.Code == bill.Code);
}
