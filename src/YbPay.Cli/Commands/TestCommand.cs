using System.CommandLine;
using YbPay.Cli.Testing;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay test</c>: every test project on SQLite and PostgreSQL; the last line holds the true totals.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var filter = new Option<string?>("--filter") { Description = "Only test projects whose name contains this (case is ignored).", HelpName = "PROJECT" };
        var verbose = new Option<bool>("--verbose") { Description = "Show all that the tests print." };
        var command = new Command("test", "Run every test, on SQLite and on a private PostgreSQL.") { filter, verbose };
        command.SetAction((parsed, cancel) =>
            new TestSession(Console.Out, parsed.GetValue(verbose)).RunAsync(parsed.GetValue(filter), cancel));
        return command;
    }
}
