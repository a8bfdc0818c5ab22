using System.CommandLine;
using YbPay.Cli.Commands;

// The table of contents: one line a command.
var root = new RootCommand("YbPay: the open system for China's medical-insurance mobile payment (医保移动支付).")
{
    UpCommand.Create(),
    DemoCommand.Create(),
    TestCommand.Create(),
    ServeCommand.Create(),
    SpecCommand.Create(),
    EnvelopeCommand.Create(),
    BooksCommand.Create(),
    ExplainCommand.Create(),
    StatementCommand.Create(),
    BenchCommand.Create(),
};

// A value such as @key.pem is a file that the option itself reads, not more arguments.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (Failures.Explain(error) is { } why)
{
    Console.Error.WriteLine($"ybpay: {why}");
    return Failures.ExitCode;
}
