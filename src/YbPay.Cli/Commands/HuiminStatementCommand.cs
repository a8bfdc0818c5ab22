using System.CommandLine;
using System.Globalization;
using YbPay.Client;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay statement huimin FILE</c>: reads a statement of the huimin platform and compares it with a hospital's own records.</summary>
internal static class HuiminStatementCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The zip behind settleFileUrl (HOS00013), or the text in it." };
        var own = new Option<string?>("--own") { Description = "The hospital's own orders of the day, a line each: orderId,01|02,fen (01 paid, 02 given back).", HelpName = "FILE" };
        var command = new Command("huimin", "Reads a statement of the huimin platform; with --own compares it. Status 1 when the two differ.") { file, own };
        command.SetAction(async (parsed, cancel) => await RunAsync(parsed.GetValue(file)!, parsed.GetValue(own), Console.Out, cancel));
        return command;
    }

    internal static async Task<int> RunAsync(string file, string? own, TextWriter output, CancellationToken cancel)
    {
        var bytes = await File.ReadAllBytesAsync(file, cancel);
        var statement = bytes is [(byte)'P', (byte)'K', ..] ? await HuiminStatement.ReadAsync(bytes, cancel) : HuiminStatement.Parse(System.Text.Encoding.UTF8.GetString(bytes));
        Sum(output, "payments", statement.Lines.Where(line => !line.IsRefund));
        Sum(output, "refunds", statement.Lines.Where(line => line.IsRefund));
        if (own is null) return 0;
        var differences = statement.Compare(Own(await File.ReadAllLinesAsync(own, cancel)));
        foreach (var differing in differences)
            output.WriteLine($"{(differing.IsRefund ? "refund" : "payment")} {differing.OrderId}: own records {Shown(differing.Own)}, statement {Shown(differing.Theirs)}");
        output.WriteLine(differences.Count == 0 ? "the two agree in every order" : $"{differences.Count} differences");
        return differences.Count == 0 ? 0 : 1;
    }

    private static void Sum(TextWriter output, string what, IEnumerable<HuiminStatementLine> lines)
    {
        var (count, sum) = lines.Aggregate((Count: 0, Sum: 0L), (so, line) => (so.Count + 1, checked(so.Sum + line.Amount)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}, {sum} fen"));
    }

    private static IEnumerable<HuiminOwnOrder> Own(string[] lines) => lines
        .Select((line, index) => (Line: line.Trim(), Number: index + 1))
        .Where(numbered => numbered.Line.Length > 0)
        .Select(numbered => numbered.Line.Split(',') is [{ Length: > 0 } orderId, "01" or "02", var fen] && long.TryParse(fen, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? new HuiminOwnOrder(orderId, numbered.Line.Split(',')[1] == "02", amount)
            : throw new InvalidDataException($"Line {numbered.Number} of the own orders is none: orderId,01|02,fen."));

    private static string Shown(long? fen) => fen is { } known ? $"{known.ToString(CultureInfo.InvariantCulture)} fen" : "none";
}
