using System.Runtime.CompilerServices;
using System.Text;

namespace YbPay.Hosting.Pages;

/// <summary>
/// Finished markup. It comes only from an interpolated text whose fixed parts stand in this source and whose holes are
/// encoded by their type, so text from outside can never become markup; a hole of any other type does not compile.
/// Attributes are always written in double quotes.
/// </summary>
public readonly record struct Html
{
    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    public static Html Nothing => default;

    public static Html Of(Template template) => new(template.Finish());

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.markup)));

    public override string ToString() => markup ?? "";

    /// <summary>What the compiler turns an interpolated text into.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template(int literalLength, int formattedCount)
    {
        private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => text.Append(markup);

        public void AppendFormatted(string? value) => PageText.Encode(value, text);

        public void AppendFormatted(Html value) => text.Append(value.markup);

        public void AppendFormatted(PageLink link) => PageText.Encode(link.Address, text);

        public string Finish() => text.ToString();
    }
}
