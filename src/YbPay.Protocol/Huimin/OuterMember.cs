namespace YbPay.Protocol.Huimin;

/// <summary>One clear member of an envelope.</summary>
/// <param name="Name">UTF-8.</param>
/// <param name="Value">UTF-8: of a text its characters, of a number or a truth value its digits or letters as written. Null is no member.</param>
internal readonly record struct OuterMember(byte[] Name, byte[] Value, bool IsText)
{
    public bool Is(ReadOnlySpan<byte> name) => Name.AsSpan().SequenceEqual(name);
}

/// <summary>An envelope after one pass over it: the clear members in the order of their names, and where encData stands.</summary>
/// <param name="EncDataAt">Position of the first hex digit in the body.</param>
/// <param name="EncDataLength">Characters; 0 when it is absent or empty.</param>
internal sealed record OuterMembers(IReadOnlyList<OuterMember> Members, long EncDataAt, long EncDataLength)
{
    /// <summary>Null when absent or no text.</summary>
    public string? Text(ReadOnlySpan<byte> name)
    {
        foreach (var member in Members)
            if (member.Is(name)) return member.IsText ? System.Text.Encoding.UTF8.GetString(member.Value) : null;
        return null;
    }
}
