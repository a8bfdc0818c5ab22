namespace YbPay.Protocol.Checking;

/// <summary>The codes that are known. Regions add codes, so that an unknown one is a warning and never refuses a message.</summary>
public interface ICodeTables
{
    /// <summary>Null when there is no table of that name.</summary>
    bool? Knows(string dictionary, string code);
}

/// <summary>No table at all: no code is called unknown.</summary>
public sealed class NoCodeTables : ICodeTables
{
    public static NoCodeTables Instance { get; } = new();

    public bool? Knows(string dictionary, string code) => null;
}
