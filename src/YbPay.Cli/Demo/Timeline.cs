using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace YbPay.Cli.Demo;

/// <summary>What a demonstration shows, step by step: as a text for people or as JSON lines.</summary>
internal sealed class Timeline(TextWriter output, bool json)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private enum Mark
    {
        Held,
        Failed,
        Skipped,
    }

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly IAnsiConsole _console = Wide(output);

    /// <summary>True until a step has failed.</summary>
    public bool Held { get; private set; } = true;

    public void Title(string text)
    {
        if (json) return;
        _console.WriteLine();
        _console.MarkupLine($"[bold]{Markup.Escape(text)}[/]");
    }

    public void Step(string interfaceCode, string what, IReadOnlyDictionary<string, string> values) => Write(interfaceCode, what, values, Mark.Held);

    /// <summary>Not looked at; neither held nor failed.</summary>
    public void Skipped(string interfaceCode, string what, IReadOnlyDictionary<string, string> values) => Write(interfaceCode, what, values, Mark.Skipped);

    public void Failed(string interfaceCode, string what, IReadOnlyDictionary<string, string> values)
    {
        Held = false;
        Write(interfaceCode, what, values, Mark.Failed);
    }

    /// <summary>A file or a pipe has no width of its own; lines are then not folded.</summary>
    private static IAnsiConsole Wide(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 400;
            console.Profile.Capabilities.Ansi = false;
            console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }

        return console;
    }

    private void Write(string interfaceCode, string what, IReadOnlyDictionary<string, string> values, Mark mark)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { ms = _watch.ElapsedMilliseconds, step = interfaceCode, what, ok = mark == Mark.Held, values }, Readable));
            return;
        }

        var at = string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed.TotalSeconds,7:0.000} s");
        var sign = mark switch { Mark.Held => "[green]✓[/]", Mark.Failed => "[red]✗[/]", Mark.Skipped => "[yellow]○[/]" };
        _console.MarkupLine($"{at}  {sign} [blue]{Markup.Escape(interfaceCode),-6}[/] {Markup.Escape(what)}");
        // Not through the console, which would fold an address that somebody copies.
        foreach (var (name, value) in values) output.WriteLine($"{"",20}{name} = {value}");
    }
}
