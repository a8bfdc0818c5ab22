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
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

    /// <summary>True until a step has failed.</summary>
    public bool Held { get; private set; } = true;

    public void Title(string text)
    {
        if (json) return;
        _console.WriteLine();
        _console.MarkupLine($"[bold]{Markup.Escape(text)}[/]");
    }

    public void Step(string interfaceCode, string what, IReadOnlyDictionary<string, string> values) => Write(interfaceCode, what, values, failed: false);

    public void Failed(string interfaceCode, string what, IReadOnlyDictionary<string, string> values)
    {
        Held = false;
        Write(interfaceCode, what, values, failed: true);
    }

    private void Write(string interfaceCode, string what, IReadOnlyDictionary<string, string> values, bool failed)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { ms = _watch.ElapsedMilliseconds, step = interfaceCode, what, ok = !failed, values }, Readable));
            return;
        }

        var at = string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed.TotalSeconds,7:0.000} s");
        var mark = failed ? "[red]✗[/]" : "[green]✓[/]";
        _console.MarkupLine($"{at}  {mark} [blue]{Markup.Escape(interfaceCode),-6}[/] {Markup.Escape(what)}");
        foreach (var (name, value) in values) _console.WriteLine($"{"",20}{name} = {value}");
    }
}
