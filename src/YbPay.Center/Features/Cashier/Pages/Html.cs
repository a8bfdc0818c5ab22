using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using YbPay.Engine.Money;

namespace YbPay.Center.Features.Cashier.Pages;

/// <summary>
/// Finished markup. It comes only from an interpolated text whose fixed parts stand in this source and whose holes are
/// encoded by their type, so text from outside can never become markup; a hole of any other type does not compile.
/// Attributes are always written in double quotes.
/// </summary>
internal readonly record struct Html
{
    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    public static Html Nothing => default;

    public static Html Of(Template template) => new(template.Finish());

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.markup)));

    public override string ToString() => markup ?? "";

    /// <summary>Amounts as a patient reads them: ¥1,234.50.</summary>
    public static string Yuan(Fen amount) => (amount.Value < 0 ? "-¥" : "¥") + Math.Abs(amount.ToYuan()).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>What the compiler turns an interpolated text into.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Template(int literalLength, int formattedCount)
    {
        private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => text.Append(markup);

        public void AppendFormatted(string? value) => PageText.Encode(value, text);

        public void AppendFormatted(Html value) => text.Append(value.markup);

        public void AppendFormatted(Fen amount) => text.Append(Yuan(amount));

        public void AppendFormatted(PageLink link) => PageText.Encode(link.Address, text);

        public string Finish() => text.ToString();
    }
}
