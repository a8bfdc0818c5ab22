namespace YbPay.Protocol.Canonical;

/// <summary>Why a JSON text has no canonical form.</summary>
public enum JsonFault
{
    None,

    /// <summary>Not JSON (RFC 8259), or not valid UTF-8.</summary>
    NotJson,

    /// <summary>Longer, or more values, than <see cref="JsonLimits"/> allows.</summary>
    TooLarge,

    /// <summary>Deeper than <see cref="JsonLimits.Depth"/>.</summary>
    TooDeep,

    /// <summary>A <c>\uD800</c>-<c>\uDFFF</c> without its other half: no two libraries write it alike.</summary>
    LoneSurrogate,

    /// <summary>The same name twice in one object: two readers would see two values under one signature.</summary>
    DuplicateName,

    /// <summary><c>null</c> or <c>""</c> inside an array (ruling A.4).</summary>
    EmptyInArray,

    /// <summary>A number in exponent form (ruling A.4).</summary>
    Exponent,

    /// <summary>A number longer than <see cref="JsonLimits.NumberLength"/>.</summary>
    NumberTooLong,

    /// <summary>A top-level name with <c>=</c> or <c>&amp;</c>, or a protocol field with <c>&amp;</c>: the text to sign could be read in two ways.</summary>
    AmbiguousField,

    /// <summary>Both a clear <c>data</c> and an <c>encData</c>.</summary>
    TwoDatas,
}

/// <summary>A fault and where it is, as in <c>feedetailList[3].cnt</c>; the whole text is <c>(root)</c>. Never holds a value.</summary>
public readonly record struct JsonProblem(JsonFault Fault, string Path)
{
    public static JsonProblem None => default;

    public bool IsNone => Fault == JsonFault.None;

    public override string ToString() => Fault switch
    {
        JsonFault.None => "no problem",
        JsonFault.NotJson => $"{Path}: not JSON in UTF-8",
        JsonFault.TooLarge => $"{Path}: too long or too many values",
        JsonFault.TooDeep => $"{Path}: nested too deep",
        JsonFault.LoneSurrogate => $"{Path}: half of a surrogate pair",
        JsonFault.DuplicateName => $"{Path}: the same name twice in one object",
        JsonFault.EmptyInArray => $"{Path}: null or \"\" inside an array cannot be signed",
        JsonFault.Exponent => $"{Path}: a number in exponent form cannot be signed; write it out",
        JsonFault.NumberTooLong => $"{Path}: a number with too many digits",
        JsonFault.AmbiguousField => $"{Path}: '&' or '=' where it would make the text to sign ambiguous",
        JsonFault.TwoDatas => $"{Path}: both data and encData",
        _ => $"{Path}: {Fault}",
    };
}

/// <summary>Thrown when asked to sign what cannot be signed (ruling A.4). The message names the place, never a value.</summary>
public sealed class NotSignableException(JsonProblem problem) : Exception(problem.ToString())
{
    public JsonProblem Problem { get; } = problem;
}
