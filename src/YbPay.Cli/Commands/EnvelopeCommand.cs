using System.CommandLine;
using YbPay.Protocol.MobilePay;

namespace YbPay.Cli.Commands;

/// <summary><c>ybpay envelope canonical|seal|open</c>: what the protocol library does, on standard input and output.</summary>
internal static class EnvelopeCommand
{
    public static Command Create()
    {
        var options = new EnvelopeOptions();
        return new Command("envelope", "Text to sign, sealing and opening, from standard input to standard output.")
        {
            Make("canonical", "The canonical text of a JSON value; of a whole envelope (clear or sealed) its text to sign.", options, options.ForText, tool => tool.Canonical),
            Make("seal", "Clear data, or a whole clear envelope, in; the signed and encrypted envelope out.", options, options.ForSealing, tool => tool.Seal),
            Make("open", "An envelope in, its clear data out. Status 2 and the fault on standard error when it is not accepted.", options, options.ForOpening, tool => tool.Open),
        };
    }

    private static Command Make(string name, string description, EnvelopeOptions options, IEnumerable<Option> used, Func<IEnvelopeTool, Func<byte[], EnvelopeOutcome>> work)
    {
        var command = new Command(name, description);
        foreach (var option in used) command.Options.Add(option);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var input = Console.OpenStandardInput();
            using var read = new MemoryStream();
            await input.CopyToAsync(read, cancel);
            var outcome = work(Tool(options.Read(parsed)))(read.ToArray());
            if (outcome.Notes.Length > 0) await Console.Error.WriteLineAsync(outcome.Notes);
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(outcome.Output, cancel);
            if (!Console.IsOutputRedirected && outcome.Output.Length > 0) output.WriteByte((byte)'\n');
            return outcome.Status;
        });
        return command;
    }

    private static IEnvelopeTool Tool(EnvelopeSettings settings) =>
        settings.IsHuimin ? new HuiminTool(settings, TimeProvider.System) : new EnvelopeTool(settings, TimeProvider.System);
}

/// <summary>What can be done with one protocol's envelopes.</summary>
internal interface IEnvelopeTool
{
    EnvelopeOutcome Canonical(byte[] input);

    EnvelopeOutcome Seal(byte[] input);

    EnvelopeOutcome Open(byte[] input);
}

/// <summary>What a tool run leaves: exit status, standard output, standard error.</summary>
internal sealed record EnvelopeOutcome(int Status, byte[] Output, string Notes)
{
    public static EnvelopeOutcome Done(byte[] output, string notes = "") => new(0, output, notes);

    public static EnvelopeOutcome Refused(string why) => new(2, [], why);
}

/// <summary>The options as texts; keys are read only when needed.</summary>
internal sealed record EnvelopeSettings
{
    public string? AppId { get; init; }

    public string? AppSecret { get; init; }

    public string? PrivateKey { get; init; }

    public string? PublicKey { get; init; }

    /// <summary>Null on opening: any known variant.</summary>
    public CanonicalVariant? Variant { get; init; }

    public string? Timestamp { get; init; }

    public bool IgnoreTime { get; init; }

    public bool AllowClear { get; init; }

    public bool Verbose { get; init; }

    /// <summary>The huimin platform's envelope instead of the payment centre's.</summary>
    public bool IsHuimin { get; init; }

    public string? PlatformId { get; init; }

    public string? Secret { get; init; }

    public string? TransCode { get; init; }

    public string? SeqId { get; init; }

    /// <summary>Makes sealing write a reply.</summary>
    public string? RtCode { get; init; }

    public string? RtMsg { get; init; }

    public override string ToString() => nameof(EnvelopeSettings);
}
