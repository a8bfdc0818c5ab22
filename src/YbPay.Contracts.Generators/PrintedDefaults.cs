namespace YbPay.Contracts.Generators;

/// <summary>What a document prints as a rule for a kind and a sign, where the attribute does not say otherwise.</summary>
internal static class PrintedDefaults
{
    public static string Type(string document, string kind) => document == "huimin"
        ? kind switch
        {
            "Text" or "Code" or "Numeral" or "Date" or "Stamp" => "string",
            "Fen" or "Count" or "Money" => "int",
            "List" => "List",
            _ => "",
        }
        : kind switch
        {
            "Text" or "Code" or "Numeral" or "Date" or "Stamp" => "字符型",
            "Fen" or "Count" or "Money" => "数值型",
            "Flag" => "布尔型",
            _ => "",
        };

    /// <summary>The huimin platform's document marks what must be there M, and what depends on a condition C.</summary>
    public static string Required(string document, bool isRequired) => (document, isRequired) switch
    {
        ("huimin", true) => "M",
        ("huimin", false) => "C",
        (_, true) => "Y",
        _ => "N",
    };
}
