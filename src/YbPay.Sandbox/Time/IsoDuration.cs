using System.Xml;

namespace YbPay.Sandbox.Time;

/// <summary>ISO 8601 durations such as <c>PT2H</c>.</summary>
public static class IsoDuration
{
    /// <summary>Null when the text is none, or too long to be counted.</summary>
    public static TimeSpan? Parse(string? text)
    {
        if (text is null) return null;
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            return null;
        }
    }

    public static string Print(TimeSpan duration) => XmlConvert.ToString(duration);
}
