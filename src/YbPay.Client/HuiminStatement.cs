using YbPay.Protocol.Files;

namespace YbPay.Client;

/// <summary>A day's statement of the huimin platform (HOS00013), as its file tells it, to be compared with the hospital's own records.</summary>
public sealed class HuiminStatement
{
    private HuiminStatement(IReadOnlyList<HuiminStatementLine> lines) => Lines = lines;

    /// <summary>One line an order, in the file's order; empty for a day without orders.</summary>
    public IReadOnlyList<HuiminStatementLine> Lines { get; }

    /// <summary>Reads the file behind settleFileUrl: a ZIP of one text.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or larger than 32 MiB unpacked; the message names the line.</exception>
    public static async Task<HuiminStatement> ReadAsync(byte[] zip, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(zip);
        return Parse(await TextZip.ReadAsync(zip, cancel).ConfigureAwait(false) ?? throw new InvalidDataException("对账文件不是只含一个文本的ZIP"));
    }

    /// <summary>Reads the unpacked text.</summary>
    /// <exception cref="InvalidDataException">A line is none of a statement; the message names it.</exception>
    public static HuiminStatement Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        if (lines[^1].Trim('\r').Length == 0) lines = lines[..^1];
        return new HuiminStatement([.. lines.Select((line, index) => HuiminStatementLine.Parse(line.TrimEnd('\r')) ?? throw new InvalidDataException($"对账文件第{index + 1}行不符合格式"))]);
    }

    /// <summary>
    /// What the two sides do not agree in; empty when all agree. Orders are told apart by the hospital's number and by kind, and amounts of one order are
    /// added up: the surplus of a discharge may go back in several lines, all under its deposit's number.
    /// </summary>
    /// <param name="own">The hospital's payments that were paid and refunds that were done in the day.</param>
    public IReadOnlyList<HuiminStatementDifference> Compare(IEnumerable<HuiminOwnOrder> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var sums = new SortedDictionary<(string OrderId, bool IsRefund), (long? Own, long? Theirs)>();
        foreach (var order in own) sums[(order.OrderId, order.IsRefund)] = (checked((Of(order.OrderId, order.IsRefund).Own ?? 0) + order.Amount), null);
        foreach (var line in Lines)
        {
            var (ours, theirs) = Of(line.OrderId, line.IsRefund);
            sums[(line.OrderId, line.IsRefund)] = (ours, checked((theirs ?? 0) + line.Amount));
        }

        return [.. sums.Where(sum => sum.Value.Own != sum.Value.Theirs).Select(sum => new HuiminStatementDifference(sum.Key.OrderId, sum.Key.IsRefund, sum.Value.Own, sum.Value.Theirs))];

        (long? Own, long? Theirs) Of(string orderId, bool isRefund) => sums.GetValueOrDefault((orderId, isRefund));
    }
}

/// <summary>An order in the hospital's own records.</summary>
/// <param name="OrderId">The hospital's number; of a deposit's surplus the deposit's.</param>
/// <param name="Amount">Fen, not negative; of a payment all of it (amt), the insurer's part included.</param>
public sealed record HuiminOwnOrder(string OrderId, bool IsRefund, long Amount);

/// <summary>An order in which the two sides differ.</summary>
/// <param name="Own">Fen in the hospital's records; null when they have no such order.</param>
/// <param name="Theirs">Fen in the statement; null when it has no such order.</param>
public sealed record HuiminStatementDifference(string OrderId, bool IsRefund, long? Own, long? Theirs);
