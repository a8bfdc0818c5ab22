using System.Runtime.InteropServices;

namespace YbPay.Protocol.Canonical;

internal enum JsonKind : byte
{
    Object,
    Array,
    Text,
    Number,
    True,
    False,
    Null,
}

/// <summary>
/// One JSON value as positions in its source. Values lie in document order, so a container's members follow it and
/// <see cref="Next"/> jumps over a whole subtree.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct IndexedValue
{
    public JsonKind Kind;

    /// <summary>The name had escapes: its position is in the decoded text, not in the source.</summary>
    public bool NameDecoded;

    /// <summary>The text had escapes: its position is in the decoded text, not in the source.</summary>
    public bool ValueDecoded;

    public int NameStart;
    public int NameLength;
    public int Start;

    /// <summary>Bytes of a scalar (texts without their quotes); members of a container.</summary>
    public int Length;

    /// <summary>Containers only: the source position behind the closing bracket.</summary>
    public int End;

    /// <summary>The first node behind this one's subtree.</summary>
    public int Next;

    /// <summary>-1 for the root.</summary>
    public int Parent;

    public readonly bool IsContainer => Kind is JsonKind.Object or JsonKind.Array;

    /// <summary><c>null</c>, <c>""</c> and <c>[]</c> do not take part in a signature (ruling A.2).</summary>
    public readonly bool IsNothing => Kind == JsonKind.Null || (Length == 0 && Kind is JsonKind.Text or JsonKind.Array);
}
