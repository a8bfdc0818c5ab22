using System.CommandLine;
using YbPay.Cli.Commands;

// The table of contents: one line a command.
var root = new RootCommand("YbPay: the open system for China's medical-insurance mobile payment (医保移动支付).")
{
    TestCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
