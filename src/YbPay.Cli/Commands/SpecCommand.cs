using System.CommandLine;
using YbPay.Contracts.Tables;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay spec</c>: the documents' tables as this program knows them, for people or, with <c>--json</c>, for programs.</summary>
internal static class SpecCommand
{
    public static Command Create()
    {
        var code = new Argument<string?>("CODE") { Description = "An interface, such as 6201 or 2204; all of them without it.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Rows {document, code, kind, node, field, type, length, required, label, dictionary}." };
        var command = new Command("spec", "Print the interface tables.") { code, json };
        command.SetAction(parsed => Run(parsed.GetValue(code), parsed.GetValue(json), Console.Out, Console.Error));
        return command;
    }

    internal static int Run(string? code, bool json, TextWriter output, TextWriter errors)
    {
        if (SpecPrinter.Select(code).Count == 0)
        {
            var known = Catalogue.All.Select(table => table.Code).Distinct().Order(StringComparer.Ordinal);
            errors.WriteLine($"There is no interface '{code}'. Known: {string.Join(" ", known)}");
            return 1;
        }

        output.WriteLine(json ? SpecPrinter.JsonRows(code) : SpecPrinter.Text(code).TrimEnd('\n'));
        return 0;
    }
}
