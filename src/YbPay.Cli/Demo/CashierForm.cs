using System.Text.RegularExpressions;

namespace YbPay.Cli.Demo;

/// <summary>The cashier page's form, as something that is not a browser reads it.</summary>
internal static partial class CashierForm
{
    /// <summary>The token that goes back with the form; null when this is not the cashier page.</summary>
    public static string? TokenOf(string page) => Token().Match(page) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("name=\"formToken\"[^>]*value=\"([0-9A-F]+)\"")]
    private static partial Regex Token();
}
